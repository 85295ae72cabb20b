import { beforeEach, describe, expect, it } from 'vitest';
import {
  type FakeBrowser,
  type FakeWorker,
  goodHost,
  HOUR,
  KEYSTORE,
  setUpBrowser,
} from './support/fake-browser.ts';

const ID = 'ABRD:51824753556_SyntheticMachine';
const PATH = '/home/clerk/.atomas/keystore-new.xml';

let browser: FakeBrowser;
let worker: FakeWorker;

beforeEach(async () => {
  browser = await setUpBrowser();
  worker = await browser.worker();
});

const status = () => worker.ask('status', {});

/** Refuses one action as the real host does. */
function hostRefuses(action: string, code: string, params: object = {}): void {
  const good = goodHost();
  browser.host = (request) =>
    request.action === action ? { ok: false, problem: { code, number: 10, params } } : good(request);
}

describe('the status names the first thing in the way', () => {
  /** From the last in the order to the first: each case adds a hindrance that must hide all those before it. */
  const hindrances: [state: string, put: () => unknown][] = [
    ['locked', () => undefined],
    [
      'expired',
      () => {
        browser.clock = Date.parse('2036-01-02');
      },
    ],
    [
      'site-access-withheld',
      () => {
        browser.siteAccess = false;
      },
    ],
    ['needs-org-code', () => worker.ask('saveSettings', { settings: { orgCode: '' } })],
    ['choose-credential', () => worker.ask('saveSettings', { settings: { credentialId: 'ABRD:gone' } })],
    ['needs-keystore', () => hostRefuses('read', 'KEYSTORE_NOT_FOUND', { path: PATH })],
    [
      'version-mismatch',
      () => {
        browser.host = () => ({
          ok: true,
          value: { host: '0.0.1', protocol: { major: 0, minor: 3 }, platform: 'linux' },
        });
      },
    ],
    [
      'needs-host',
      () => {
        browser.host = () => {
          throw new Error('Specified native messaging host not found.');
        };
      },
    ],
  ];

  it('in the order of the contract', async () => {
    const seen: string[] = [];
    for (const [, put] of hindrances) {
      await put();
      seen.push((await status()).state);
    }
    expect(seen).toEqual(hindrances.map(([state]) => state));
  });

  it('and says not-yet-valid for a credential of the future', async () => {
    browser.clock = Date.parse('2025-12-31T23:59:59Z');
    expect(await status()).toMatchObject({ state: 'not-yet-valid', credential: { state: 'not-yet-valid' } });
  });

  it('and unlocked when nothing is', async () => {
    expect(await worker.unlock()).toMatchObject({
      state: 'unlocked',
      environment: 'production',
      clock: null,
      orgCode: 'VA1803',
      draft: null,
      lookUp: null,
      credential: { id: ID, abn: '51824753556', validTo: '2036-01-01T00:00:00.000Z', state: 'valid' },
    });
  });

  it('also while unlocked: OrgCode, site access and expiry', async () => {
    await worker.unlock();
    browser.siteAccess = false;
    expect(await worker.state()).toBe('site-access-withheld');
    await worker.ask('saveSettings', { settings: { orgCode: '' } });
    expect(await worker.state()).toBe('needs-org-code');
  });

  it('when the credential expires in the middle of the day', async () => {
    browser.clock = Date.parse('2035-12-31T23:50:00Z');
    await worker.unlock();
    browser.clock += HOUR / 4;
    expect(await worker.state()).toBe('expired');
  });
});

describe('what stands beside the state', () => {
  it('is the problem and the path of a keystore that is not there', async () => {
    hostRefuses('read', 'KEYSTORE_NOT_FOUND', { path: PATH });
    expect(await status()).toMatchObject({
      state: 'needs-keystore',
      path: PATH,
      problem: { code: 'KEYSTORE_NOT_FOUND', params: { path: PATH } },
    });
  });

  it('is the path that was chosen, for a file that cannot be understood', async () => {
    browser.host = goodHost('<html/>');
    await worker.ask('saveSettings', { settings: { keystorePath: '/tmp/page.html' } });
    expect(await status()).toMatchObject({
      state: 'needs-keystore',
      path: '/tmp/page.html',
      problem: { code: 'KEYSTORE_OTHER_XML' },
    });
  });

  it('is the file’s problem when a host that greets hangs over the file', async () => {
    const good = goodHost();
    browser.host = (request) => {
      if (request.action === 'read') throw new Error('Native host has exited.');
      return good(request);
    };
    expect(await status()).toMatchObject({
      state: 'needs-keystore',
      path: null,
      problem: { code: 'HOST_CRASHED' },
    });
  });

  it('is both versions when they do not fit', async () => {
    browser.host = () => ({
      ok: true,
      value: { host: '9.0.0', protocol: { major: 9, minor: 0 }, platform: 'linux' },
    });
    expect(await status()).toMatchObject({
      state: 'version-mismatch',
      problem: { code: 'EXTENSION_TOO_OLD', params: { host: '9.0.0' } },
    });
  });

  it('is the list to choose from, and why', async () => {
    await worker.ask('saveSettings', { settings: { credentialId: 'ABRD:gone' } });
    expect(await status()).toMatchObject({
      state: 'choose-credential',
      credentials: [{ id: ID }],
      problem: { code: 'CREDENTIAL_GONE' },
    });
  });

  it('is the sites of the chosen environment', async () => {
    browser.siteAccess = false;
    await worker.ask('saveSettings', { settings: { environment: 'thirdParty' } });
    expect(await status()).toMatchObject({
      state: 'site-access-withheld',
      environment: 'thirdParty',
      origins: ['https://softwareauthorisations.evte.ato.gov.au/*', 'https://3pt.portal.usi.gov.au/*'],
    });
  });

  it('is the clock, once a service has told that it is wrong', async () => {
    const now = browser.clock;
    worker.parts.clock.learn({ date: new Date(now - 600_000).toUTCString(), sentAt: now, receivedAt: now });
    expect((await status()).clock).toEqual({ minutes: 10, direction: 'fast' });
    expect((await (await browser.worker()).ask('status', {})).clock).toEqual({
      minutes: 10,
      direction: 'fast',
    });
  });
});

describe('a locked status', () => {
  it('asks the host for its version and the file at once', async () => {
    browser.hostRequests.length = 0;
    await status();
    expect(browser.hostRequests).toEqual([{ action: 'hello' }, { action: 'read' }]);
  });

  it('never holds the key or the certificate', async () => {
    const text = JSON.stringify(await status());
    const [, key] = /<protectedPrivateKey>\s*([^<\s]{40})/.exec(KEYSTORE) ?? [];
    expect(key).toBeTypeOf('string');
    expect(text).not.toContain(key);
  });
});
