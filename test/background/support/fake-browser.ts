import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { vi } from 'vitest';
import { assemble, CORE, type Parts } from '../../../background/container.ts';
import { checkSession, lockAfterFreshStart, onIdle, onReminder, wakeUp } from '../../../background/life.ts';
import { once } from '../../../background/once.ts';
import type { Platform } from '../../../background/platform.ts';
import { createRouter } from '../../../background/router.ts';
import type { AlarmTime, IdleState, Sender, StorageArea } from '../../../src/browser/index.ts';
import { base64Encode } from '../../../src/crypto/index.ts';
import type {
  BackgroundMessageName,
  BackgroundMessages,
  BackgroundResponse,
} from '../../../src/messages/index.ts';

export const KEYSTORE = readFileSync(
  resolve(import.meta.dirname, '../../vectors/synthetic-keystore.xml'),
  'utf8',
);
export const PASSWORD = 'Password1!';
/** A moment at which the credential of the keystore is valid. */
export const MORNING = Date.parse('2026-03-02T22:00:00Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

const ID = 'hgckkdkhdpjkbpeehohcimlcmbgjjdgf';
export const POPUP: Sender = { id: ID, url: `chrome-extension://${ID}/popup/index.html` };
export const OWN = { id: ID, origin: `chrome-extension://${ID}` };

/** Keeps JSON only, as Chromium's storage does: a CryptoKey becomes an empty object, a byte array something else. */
export class FakeArea implements StorageArea {
  readonly values = new Map<string, string>();

  async read(key: string): Promise<unknown> {
    const text = this.values.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }

  async write(values: Readonly<Record<string, unknown>>): Promise<void> {
    for (const [key, value] of Object.entries(values)) this.values.set(key, JSON.stringify(value));
  }

  async forget(...keys: string[]): Promise<void> {
    for (const key of keys) this.values.delete(key);
  }

  get text(): string {
    return JSON.stringify([...this.values]);
  }
}

type HostAnswer = (request: { action: string; path?: string }) => unknown;

/** A host that has one keystore and nothing to complain about. */
export function goodHost(xml = KEYSTORE): HostAnswer {
  return ({ action, path }) => {
    const place = { path: '/home/clerk/.atomas/keystore-new.xml', modified: '2026-01-05T01:02:03.000Z' };
    switch (action) {
      case 'hello':
        return { ok: true, value: { host: '0.1.0', protocol: { major: 1, minor: 0 }, platform: 'linux' } };
      case 'find':
        return {
          ok: true,
          value: { places: [{ ...place, kind: 'machine-credential', found: true, size: 1 }] },
        };
      default: {
        const contents = base64Encode(new TextEncoder().encode(xml));
        return { ok: true, value: { ...place, path: path ?? place.path, contents, size: 1, shared: false } };
      }
    }
  };
}

/** What stays when a worker dies: the browser's storages, alarms, button, and everything around them. */
export class FakeBrowser {
  clock = MORNING;
  host: HostAnswer = goodHost();
  siteAccess = true;
  core: typeof CORE = { ...CORE };
  readonly local = new FakeArea();
  session = new FakeArea();
  wrappingKey: CryptoKey | undefined;
  readonly alarms = new Map<string, AlarmTime>();
  readonly hostRequests: { action: string; path?: string }[] = [];
  readonly button = { icon: '', title: '', badge: '' };
  readonly events: string[] = [];
  readonly touches = vi.fn(async () => undefined);
  readonly setRequestRule = vi.fn<Platform['setRequestRule']>(async () => undefined);
  readonly fetch = vi.fn<Platform['fetch']>(async () => new Response('', { status: 500 }));

  /** A new life of the background over the same browser. */
  async worker(): Promise<FakeWorker> {
    const worker = new FakeWorker(this);
    await worker.awake();
    return worker;
  }

  /** The browser exits and starts again: memory and alarms are gone, disk stays. */
  restart(): void {
    this.session = new FakeArea();
    this.alarms.clear();
  }

  platform(): Platform {
    return {
      own: OWN,
      now: () => this.clock,
      localArea: this.local,
      sessionArea: this.session,
      keepSessionToOurPages: async () => undefined,
      keyStore: {
        load: async () => this.wrappingKey,
        save: async (key) => {
          this.wrappingKey = key;
        },
        clear: async () => {
          this.wrappingKey = undefined;
        },
      },
      sendNative: async (_name, message) => {
        const request = message as { action: string };
        this.hostRequests.push(request);
        return this.host(request);
      },
      fetch: this.fetch,
      setRequestRule: this.setRequestRule,
      hasSiteAccess: async () => this.siteAccess,
      alarms: {
        exists: async (name) => this.alarms.has(name),
        create: async (name, time) => void this.alarms.set(name, time),
        clear: async (name) => void this.alarms.delete(name),
      },
      button: {
        setIcon: async (paths) => {
          this.button.icon = paths[16] ?? '';
        },
        setTitle: async (title) => {
          this.button.title = title;
        },
        setBadge: async (text) => {
          this.button.badge = text;
        },
      },
      translate: (key) => key,
      touch: this.touches,
      tellPages: async ({ event }) => void this.events.push(event),
    };
  }
}

/** One life of the background, wired as in main.ts. */
export class FakeWorker {
  readonly parts: Parts;
  readonly awake: () => Promise<void>;
  readonly #browser: FakeBrowser;

  constructor(browser: FakeBrowser) {
    this.#browser = browser;
    const platform = browser.platform();
    this.parts = assemble(platform, browser.core);
    this.awake = once(() => wakeUp(this.parts, platform));
  }

  readonly ready = async (): Promise<void> => {
    await this.awake();
    await checkSession(this.parts);
  };

  /** Sends as a page would; gives the answer as it is. */
  send<Name extends BackgroundMessageName>(
    type: Name,
    input: BackgroundMessages[Name]['input'],
  ): Promise<BackgroundResponse<Name>> {
    const route = createRouter(OWN, this.parts, this.ready);
    return route({ type, input }, POPUP) as Promise<BackgroundResponse<Name>>;
  }

  /** The value of the answer; fails the test if it is a problem. */
  async ask<Name extends BackgroundMessageName>(
    type: Name,
    input: BackgroundMessages[Name]['input'],
  ): Promise<BackgroundMessages[Name]['output']> {
    const response = await this.send(type, input);
    if (!response.ok) throw new Error(`${type} answered ${JSON.stringify(response.problem)}`);
    return response.value;
  }

  /** The code of the answer's problem, or `none`. */
  async problemOf<Name extends BackgroundMessageName>(
    type: Name,
    input: BackgroundMessages[Name]['input'],
  ): Promise<string> {
    const response = await this.send(type, input);
    return response.ok ? 'none' : response.problem.code;
  }

  unlock(): Promise<BackgroundMessages['unlock']['output']> {
    return this.ask('unlock', { password: PASSWORD });
  }

  async state(): Promise<string> {
    return (await this.ask('status', {})).state;
  }

  async alarm(name: string): Promise<void> {
    await this.ready();
    await onReminder(name, this.parts);
  }

  async idle(state: IdleState): Promise<void> {
    await this.ready();
    await onIdle(state, this.parts);
  }

  /** What main.ts does when the browser starts or the extension is installed or updated. */
  async freshStart(): Promise<void> {
    await this.ready();
    await lockAfterFreshStart(this.parts);
  }

  get browser(): FakeBrowser {
    return this.#browser;
  }
}

/** A browser in which everything is set up: an OrgCode is entered, so that only the lock is in the way. */
export async function setUpBrowser(): Promise<FakeBrowser> {
  const browser = new FakeBrowser();
  await (await browser.worker()).ask('saveSettings', { settings: { orgCode: 'VA1803' } });
  browser.events.length = 0;
  return browser;
}
