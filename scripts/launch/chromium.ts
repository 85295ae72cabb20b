import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { dist } from '../build/paths.ts';
import type { Home } from './home.ts';

/** The hosts that the extension talks to; each is led to the simulator. */
export const SERVICE_HOSTS = [
  'softwareauthorisations.ato.gov.au',
  'softwareauthorisations.evte.ato.gov.au',
  'portal.usi.gov.au',
  '3pt.portal.usi.gov.au',
];

/** Unbranded builds; branded Chrome no longer loads unpacked extensions from the command line. */
const EXECUTABLES = ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'chrome'];

export interface ChromiumOptions {
  readonly home: Home;
  readonly simulator: { readonly port: number; readonly tlsSpkiSha256: string };
  readonly headless: boolean;
  readonly extension?: string;
  /** Whether the driver attaches to the worker. An attached worker is never ended by the browser. */
  readonly attachToWorker?: boolean;
  /** Further switches of the command line. */
  readonly switches?: readonly string[];
}

/** Chromium with the release build of the extension; the real service names reach the simulator. */
export async function launchChromium(options: ChromiumOptions): Promise<Browser> {
  const { home, simulator, headless, attachToWorker = false, switches = [] } = options;
  const extension = options.extension ?? dist('chromium');
  const rules = SERVICE_HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${simulator.port}`).join(', ');
  return puppeteer.launch({
    executablePath: findChromium(),
    headless,
    userDataDir: home.profile,
    env: { ...process.env, HOME: home.path },
    defaultViewport: null,
    ignoreDefaultArgs: ['--disable-extensions'],
    ...(attachToWorker ? {} : { targetFilter: (target) => target.type() !== 'service_worker' }),
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--host-resolver-rules=${rules}`,
      `--ignore-certificate-errors-spki-list=${simulator.tlsSpkiSha256}`,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--window-size=1100,760',
      // Without a window the screen would be 800×600, and a popup would have to scroll.
      ...(headless ? ['--screen-info={1600x1200}'] : []),
      ...switches,
    ],
  });
}

/** The Chromium named in CHROMIUM, or the first one on the PATH. */
function findChromium(): string {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of EXECUTABLES) {
      if (existsSync(join(folder, name))) return join(folder, name);
    }
  }
  throw new Error('No Chromium was found. Install it, or name its executable in CHROMIUM.');
}
