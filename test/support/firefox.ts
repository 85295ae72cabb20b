import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist } from '../../scripts/build/paths.ts';
import { type Home, runHost } from '../../scripts/launch/home.ts';
import { BiDi } from './bidi.ts';
import { startConnectProxy } from './connect-proxy.ts';
import { FirefoxPage } from './firefox-page.ts';

const EXTENSION_ID = 'usi-companion@usi-companion.au';
/** Fixed by a preference, so that the extension's pages have a known address. */
const EXTENSION_UUID = '0e5a9c1e-7c8f-4b0a-9d1c-2f6b1a3c4d5e';

/** Where the host is told to Firefox, for this home (table of browsers, host/browsers). */
export function installHostForFirefox(home: Home): void {
  runHost(home, 'install', '--browser', 'firefox');
}

/**
 * A running Firefox with the store's package of the extension, installed for good: it stays over a restart on the
 * same home. The real service names reach the simulator. Driven by WebDriver BiDi.
 */
export class Firefox {
  readonly #bidi: BiDi;
  readonly #exit: Promise<unknown>;
  readonly #closeProxy: () => void;

  private constructor(bidi: BiDi, exit: Promise<unknown>, closeProxy: () => void) {
    this.#bidi = bidi;
    this.#exit = exit;
    this.#closeProxy = closeProxy;
  }

  static profileOf(home: Home): string {
    return join(home.path, 'firefox-profile');
  }

  static async launch(home: Home, simulatorPort: number): Promise<Firefox> {
    const profile = Firefox.profileOf(home);
    const isNew = !existsSync(profile);
    mkdirSync(profile, { recursive: true });
    const proxy = await startConnectProxy(simulatorPort);
    writeFileSync(join(profile, 'user.js'), preferences(proxy.port));
    const { program, exit } = start(profile, home);
    const bidi = await BiDi.connect(`${await debuggerAddress(program)}/session`);
    await bidi.command('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    if (isNew) {
      await bidi.command('webExtension.install', {
        extensionData: { type: 'archivePath', path: dist('store', 'firefox.zip') },
        'moz:permanent': true,
      });
    }
    return new Firefox(bidi, exit, proxy.close);
  }

  /** Opens a page of the extension in a tab, by its path in the package. */
  open(path: string): Promise<FirefoxPage> {
    return FirefoxPage.open(this.#bidi, `moz-extension://${EXTENSION_UUID}/${path}`);
  }

  /** Ends the event page as Firefox itself does when it is idle, but at once and although a test looks on. */
  async endBackground(): Promise<void> {
    await this.#asBrowser(`(async () => {
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(EXTENSION_ID)});
      await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      return 'ended';
    })()`);
  }

  /** Quits as a person does; the profile stays. */
  async close(): Promise<void> {
    // The connection may go before the answer comes.
    await this.#bidi.command('browser.close', {}).catch(() => undefined);
    await this.#exit;
    this.#closeProxy();
  }

  /** Runs an expression with the browser's own rights. */
  async #asBrowser(expression: string): Promise<string> {
    const { contexts } = await this.#bidi.command<{ contexts: { context: string }[] }>(
      'browsingContext.getTree',
      { 'moz:scope': 'chrome' },
    );
    const [window] = contexts;
    if (!window) throw new Error('Firefox has no window');
    const answer = await this.#bidi.command<{ result: { value?: string } }>('script.evaluate', {
      expression,
      target: { context: window.context },
      awaitPromise: true,
    });
    return answer.result?.value ?? '';
  }
}

function preferences(proxyPort: number): string {
  const values = {
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: EXTENSION_UUID }),
    // ESR obeys this one; the package is signed by the store only.
    'xpinstall.signatures.required': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.sessionstore.interval': 1000,
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.update.enabled': false,
  };
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

function start(profile: string, home: Home): { program: ChildProcess; exit: Promise<unknown> } {
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'];
  const program = spawn('firefox-esr', [...args, '--remote-allow-system-access', 'about:blank'], {
    env: { ...process.env, HOME: home.path },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // A test that fails on its way must not leave a browser behind.
  const end = () => program.kill();
  process.once('exit', end);
  const exit = new Promise<void>((resolve) => {
    program.once('exit', () => {
      process.off('exit', end);
      resolve();
    });
  });
  return { program, exit };
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
    firefox.once('error', reject);
    firefox.once('exit', () =>
      reject(new Error(`Firefox ended before it could be driven: ${seen.slice(-500)}`)),
    );
  });
}
