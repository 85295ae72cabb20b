import { setTimeout as pause } from 'node:timers/promises';
import type { BiDi } from './bidi.ts';

/** WebDriver's value of the Enter key. */
const ENTER = '\uE007';

const POLL_MS = 100;

/** One tab of Firefox with a page of the extension, driven by real key events. */
export class FirefoxPage {
  readonly #bidi: BiDi;
  readonly #context: string;

  private constructor(bidi: BiDi, context: string) {
    this.#bidi = bidi;
    this.#context = context;
  }

  static async open(bidi: BiDi, url: string): Promise<FirefoxPage> {
    const { context } = await bidi.command<{ context: string }>('browsingContext.create', { type: 'tab' });
    await bidi.command('browsingContext.navigate', { context, url, wait: 'complete' });
    return new FirefoxPage(bidi, context);
  }

  /** Runs the body of an async function in the page. What it returns must be JSON. */
  async evaluate<Value>(body: string): Promise<Value> {
    const answer = await this.#bidi.command<{
      result?: { value: string };
      exceptionDetails?: { text: string };
    }>('script.evaluate', {
      expression: `(async () => JSON.stringify((await (async () => { ${body} })()) ?? null))()`,
      target: { context: this.#context },
      awaitPromise: true,
    });
    if (!answer.result) throw new Error(answer.exceptionDetails?.text ?? 'the page gave no result');
    return JSON.parse(answer.result.value) as Value;
  }

  /** Sends a message to the background as the pages do, and gives its whole answer. */
  send<Answer>(type: string, input: object): Promise<Answer> {
    return this.evaluate(`return browser.runtime.sendMessage(${JSON.stringify({ type, input })})`);
  }

  /** Waits until an element that matches is there. */
  async waitFor(selector: string, timeoutMs = 30_000): Promise<void> {
    const end = Date.now() + timeoutMs;
    while (
      !(await this.evaluate<boolean>(`return document.querySelector(${JSON.stringify(selector)}) !== null`))
    ) {
      if (Date.now() > end) throw new Error(`${selector} did not appear; shown: ${await this.text()}`);
      await pause(POLL_MS);
    }
  }

  /** What the page says. */
  text(): Promise<string> {
    return this.evaluate('return document.body.innerText');
  }

  /** Puts the focus into the field with this label, as a click does, and types over what is in it. */
  async fill(label: string, text: string): Promise<void> {
    await this.evaluate(`
      const label = [...document.querySelectorAll('label')].find((one) => one.textContent === ${JSON.stringify(label)});
      const field = document.getElementById(label.htmlFor);
      field.focus();
      field.select();
    `);
    await this.press(text);
  }

  /** Real key events, one a character, to whatever has the focus. */
  async press(text: string): Promise<void> {
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#bidi.command('input.performActions', {
      context: this.#context,
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  }

  async click(selector: string): Promise<void> {
    await this.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
  }

  enter(): Promise<void> {
    return this.press(ENTER);
  }

  /** Makes the page as large as this, in CSS pixels. */
  async resize(width: number, height: number): Promise<void> {
    await this.#bidi.command('browsingContext.setViewport', {
      context: this.#context,
      viewport: { width, height },
    });
  }

  /** A PNG of what the tab shows. */
  async screenshot(): Promise<Buffer> {
    const { data } = await this.#bidi.command<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.#context,
    });
    return Buffer.from(data, 'base64');
  }

  async close(): Promise<void> {
    await this.#bidi.command('browsingContext.close', { context: this.#context });
  }
}
