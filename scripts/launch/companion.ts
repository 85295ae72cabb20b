import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type {
  BackgroundMessageName,
  BackgroundMessages,
  BackgroundResponse,
} from '../../src/messages/index.ts';
import { ROOT } from '../build/paths.ts';
import { Popup } from './popup.ts';

declare const chrome: {
  action: { openPopup(): Promise<void> };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
};

/** The extension inside a running Chromium, reached as a person reaches it: through its pages. */
export class Companion {
  readonly #browser: Browser;
  readonly #control: Page;

  private constructor(browser: Browser, control: Page) {
    this.#browser = browser;
    this.#control = control;
  }

  /** Opens the options page, from which the popup is opened and messages are sent. */
  static async attach(browser: Browser): Promise<Companion> {
    const control = await browser.newPage();
    await gotoWhenLoaded(control, `${extensionOrigin()}/options/index.html`);
    return new Companion(browser, control);
  }

  get options(): Page {
    return this.#control;
  }

  /** Sends a message as the pages do; a problem is thrown with its code. */
  async send<Name extends BackgroundMessageName>(
    type: Name,
    input: BackgroundMessages[Name]['input'],
  ): Promise<BackgroundMessages[Name]['output']> {
    const answer = (await this.#control.evaluate((message) => chrome.runtime.sendMessage(message), {
      type,
      input,
    })) as BackgroundResponse<Name>;
    if (!answer.ok) throw new Error(answer.problem.code);
    return answer.value;
  }

  /** Opens the real popup, as a click on the toolbar does. */
  async openPopup(): Promise<Popup> {
    await this.#control.bringToFront();
    const url = `${extensionOrigin()}/popup/index.html`;
    const [target] = await Promise.all([
      this.#browser.waitForTarget(
        (candidate) => candidate.url() === url && candidate.type() !== 'service_worker',
      ),
      this.#control.evaluate(() => chrome.action.openPopup()),
    ]);
    return new Popup(await target.asPage());
  }
}

/** The id that the manifest's key fixes: the first 16 bytes of its SHA-256, each half byte as a letter a–p. */
export function extensionOrigin(): string {
  const { key } = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8'));
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  const id = [...digest].map((nibble) => String.fromCharCode(97 + Number.parseInt(nibble, 16))).join('');
  return `chrome-extension://${id}`;
}

/** The extension is loaded a moment after the browser is there. */
async function gotoWhenLoaded(page: Page, url: string): Promise<void> {
  const ATTEMPTS = 50;
  const PAUSE_MS = 100;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await page.goto(url);
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await new Promise((resume) => setTimeout(resume, PAUSE_MS));
    }
  }
}
