import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dist } from '../../scripts/build/paths.ts';
import type { Home } from '../../scripts/launch/home.ts';
import { BiDi } from './bidi.ts';
import { startConnectProxy } from './connect-proxy.ts';

const EXTENSION_ID = 'usi-companion@usi-companion.au';
/** Fixed by a preference, so that the extension's pages have a known address. */
const EXTENSION_UUID = '0e5a9c1e-7c8f-4b0a-9d1c-2f6b1a3c4d5e';

/** A running Firefox ESR with the extension's release build as a temporary add-on. */
export interface Firefox {
  /** Opens one of the extension's pages in a tab. */
  open(page: string): Promise<FirefoxPage>;
  close(): Promise<void>;
}

export async function launchFirefox(home: Home, simulatorPort: number): Promise<Firefox> {
  const proxy = await startConnectProxy(simulatorPort);
  const profile = join(home.path, 'firefox-profile');
  mkdirSync(profile, { recursive: true });
  writeFileSync(join(profile, 'user.js'), preferences(proxy.port));
  const process_ = spawn(
    'firefox-esr',
    [
      '--headless',
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port=0',
      '--remote-allow-system-access',
      'about:blank',
    ],
    { env: { ...process.env, HOME: home.path }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const bidi = await BiDi.connect(`${await debuggerAddress(process_)}/session`);
  await bidi.command('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
  await bidi.command('webExtension.install', { extensionData: { type: 'path', path: dist('firefox') } });
  return {
    open: (page) => FirefoxPage.open(bidi, `moz-extension://${EXTENSION_UUID}/${page}`),
    close: async () => {
      bidi.close();
      const ended = new Promise((resolve) => process_.once('exit', resolve));
      process_.kill();
      await ended;
      proxy.close();
    },
  };
}

/** One tab with a page of the extension. */
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

  /** Runs a function body in the page; its value must be JSON. */
  async evaluate<Value>(body: string): Promise<Value> {
    const { result } = await this.#bidi.command<{ result: { value: string } }>('script.evaluate', {
      expression: `(async () => JSON.stringify((await (async () => { ${body} })()) ?? null))()`,
      target: { context: this.#context },
      awaitPromise: true,
    });
    return JSON.parse(result.value) as Value;
  }

  /** Waits until an element that matches is there. */
  async waitFor(selector: string, timeoutMs = 30_000): Promise<void> {
    const end = Date.now() + timeoutMs;
    while (
      !(await this.evaluate<boolean>(`return document.querySelector(${JSON.stringify(selector)}) !== null`))
    ) {
      if (Date.now() > end) throw new Error(`${selector} did not appear`);
      await pause(100);
    }
  }

  /** Puts the focus on an element and types real keys; \uE007 is Enter (WebDriver key values). */
  async type(selector: string, text: string): Promise<void> {
    await this.evaluate(`document.querySelector(${JSON.stringify(selector)}).focus()`);
    const keys = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#bidi.command('input.performActions', {
      context: this.#context,
      actions: [{ type: 'key', id: 'keyboard', actions: keys }],
    });
  }

  /** A PNG of what the tab shows. */
  async screenshot(): Promise<Buffer> {
    const { data } = await this.#bidi.command<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.#context,
    });
    return Buffer.from(data, 'base64');
  }
}

function preferences(proxyPort: number): string {
  const values = {
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: EXTENSION_UUID }),
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.update.enabled': false,
  };
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

/** The address that Firefox prints when it is ready to be driven. */
function debuggerAddress(firefox: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = '';
    firefox.stderr?.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(seen)?.[1];
      if (address) resolve(address);
    });
    firefox.once('exit', () =>
      reject(new Error(`Firefox ended before it could be driven: ${seen.slice(-500)}`)),
    );
  });
}
