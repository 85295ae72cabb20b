/** The store's package in a real Firefox ESR: host, keystore and simulator as real as they get on one computer. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/build/paths.ts';
import { type Home, makeHome } from '../../scripts/launch/home.ts';
import { english } from '../../scripts/launch/popup.ts';
import { type Simulator, startSimulator } from '../../simulator/index.ts';
import { PROBLEMS } from '../../src/problems/index.ts';
import { Firefox, installHostForFirefox } from '../support/firefox.ts';
import type { FirefoxPage } from '../support/firefox-page.ts';
import { FirefoxPopup } from '../support/firefox-popup.ts';
import { findSecrets, type Secret } from '../support/profile-scan.ts';
import { proofKeyOf } from '../support/token-proof-key.ts';

const MARYAM = {
  usi: 'BNGH7C75FN',
  firstName: 'Maryam',
  familyName: 'Fredrick',
  dateOfBirth: '25/05/1966',
};

/** Firefox writes its session store when it has time to. */
const PATIENTLY = { timeout: 60_000, interval: 500 };

/** What the background leaves in storage.session, as far as it is looked into here. */
interface SessionArea {
  readonly token: { readonly encryptedData: string };
  readonly session: { readonly key: { readonly ciphertext: string } };
}

let simulator: Simulator;
let home: Home;
let firefox: Firefox;
/** The options page, from which settings are made and storage is looked into. */
let options: FirefoxPage;

beforeAll(async () => {
  simulator = await startSimulator();
  home = makeHome({ keystore: simulator.keystorePath, host: false });
  firefox = await Firefox.launch(home, simulator.port);
  options = await firefox.open('options/index.html');
});

afterAll(async () => {
  await firefox?.close();
  await simulator?.close();
  home?.remove();
});

async function picture(page: FirefoxPage, name: string): Promise<void> {
  mkdirSync(join(ROOT, 'artifacts'), { recursive: true });
  writeFileSync(join(ROOT, 'artifacts', `firefox-${name}.png`), await page.screenshot());
}

describe('on a computer without the host', () => {
  it('Firefox’s popup says that the host is missing', async () => {
    const popup = await FirefoxPopup.open(firefox);
    expect(await popup.page.text()).toContain('HOST_MISSING');
    expect(await popup.page.text()).toContain(PROBLEMS.HOST_MISSING.what);
    await picture(popup.page, 'host-missing');
    await popup.close();
  });
});

describe('with the host installed by its own command', () => {
  beforeAll(async () => {
    installHostForFirefox(home);
    await options.send('saveSettings', {
      settings: { environment: 'thirdParty', orgCode: simulator.orgCode },
    });
  });

  it('a wrong password is said to be wrong, and the right one then opens', async () => {
    const popup = await FirefoxPopup.open(firefox);
    await popup.unlock('Not-The-Password1');
    await popup.page.waitFor('[aria-invalid="true"]');
    expect(await popup.page.text()).toContain(PROBLEMS.PASSWORD_WRONG.what);
    await picture(popup.page, 'password-wrong');

    await popup.unlock(simulator.password);
    await popup.page.waitFor('.look-up');
    await picture(popup.page, 'look-up');
    await popup.close();
  });

  it('a student is verified, and told from one whose family name differs', async () => {
    const popup = await FirefoxPopup.openUnlocked(firefox, simulator.password);
    await popup.ask(MARYAM);
    expect(await popup.verdict()).toMatchObject({ tone: 'verified' });
    await picture(popup.page, 'verified');
    await popup.close();

    const next = await FirefoxPopup.openUnlocked(firefox, simulator.password);
    await next.ask({ ...MARYAM, familyName: 'Frederick' });
    const { tone, words } = await next.verdict();
    expect(tone).toBe('differs');
    expect(words).toContain('Family name differs');
    await picture(next.page, 'differs');
    await next.close();
    expect(simulator.log.map(({ operation, outcome }) => [operation, outcome])).toEqual([
      ['RST', 'ok'],
      ['VerifyUSI', 'ok'],
      ['VerifyUSI', 'ok'],
    ]);
  });

  it('requests look like a plain client’s: no Origin, no Sec-Fetch, no cookie, no referrer', () => {
    expect(simulator.log.length).toBeGreaterThan(0);
    for (const { host, headers } of simulator.log) {
      expect(host).toMatch(/\.gov\.au$/);
      const telling = Object.keys(headers).filter((name) => /^(origin|sec-|cookie|referer)/.test(name));
      expect(telling).toEqual([]);
    }
  });

  it('a background that Firefox ended wakes up unlocked', async () => {
    const popup = await FirefoxPopup.openUnlocked(firefox, simulator.password);
    expect(await firefox.endBackground()).toBe('stopped');
    await popup.ask(MARYAM);
    expect(await popup.verdict()).toMatchObject({ tone: 'verified' });
    await popup.close();
  });

  // Firefox ends a background after 30 s without a call to the browser's API. Between the first request and the new
  // token there is none, other than those that are made to stay alive.
  it('a look-up of 40 seconds ends in a verdict although the popup is closed', {
    timeout: 180_000,
  }, async () => {
    const popup = await FirefoxPopup.openUnlocked(firefox, simulator.password);
    simulator.clearLog();
    simulator.setFaults([
      {
        match: { operation: 'VerifyUSI', request: 1 },
        do: { delayMs: 20_000, fault: 'InvalidSecurity' },
      },
      { match: { operation: 'RST' }, do: { delayMs: 20_000 } },
    ]);
    await popup.ask(MARYAM);
    await popup.page.waitFor('.checking');
    await popup.close();

    // Nothing of the extension is open now that could keep its background alive.
    await options.close();
    await expect.poll(() => simulator.log.length, { timeout: 90_000, interval: 1_000 }).toBe(3);
    options = await firefox.open('options/index.html');
    const later = await FirefoxPopup.open(firefox);
    expect(await later.verdict()).toMatchObject({ tone: 'verified' });
    await later.close();
    expect(simulator.log.map(({ operation, outcome }) => [operation, outcome])).toEqual([
      ['VerifyUSI', 'fault'],
      ['RST', 'ok'],
      ['VerifyUSI', 'ok'],
    ]);
    simulator.setFaults([]);
  });
});

describe('the profile on disk', () => {
  const CANARIES = ['local', 'database', 'utf16', 'address', 'field'].map(canary);
  const TYPED = Object.entries({ password: 'Password1!', wrong: 'Not-The-Password1', ...MARYAM }).map(
    ([name, value]) => ({ name, bytes: Buffer.from(value) }),
  );
  const found = (secrets: readonly Secret[]) => findSecrets(Firefox.profileOf(home), secrets);
  const namesOf = (secrets: readonly Secret[]) => [...new Set(found(secrets).map(({ secret }) => secret))];
  let secrets: readonly Secret[];

  it('shows a canary wherever Firefox keeps what a page leaves, so that the search is known to find', async () => {
    await plantCanaries();
    const all = CANARIES.map(({ name }) => name).sort();
    await expect.poll(() => namesOf(CANARIES).sort(), PATIENTLY).toEqual(all);
  });

  it('holds no password while one is typed, concealed or shown', async () => {
    await options.send('lock', {});
    const popup = await FirefoxPopup.open(firefox);
    await popup.page.fill(english('password'), 'Not-The-Password1');
    await untilSaved('concealed');
    expect(found(TYPED)).toEqual([]);
    await popup.page.click('[aria-pressed]');
    await popup.page.press('!');
    await untilSaved('shown');
    expect(found(TYPED)).toEqual([]);
    await popup.close();
  });

  it('holds no key, password, token or student while one is typed and a verdict is shown', async () => {
    const verdict = await FirefoxPopup.openUnlocked(firefox, simulator.password);
    await verdict.ask(MARYAM);
    await verdict.verdict();
    secrets = [...TYPED, ...(await secretsInHand())];
    await untilSaved('verdict');
    expect(found(secrets)).toEqual([]);
    await verdict.page.enter();
    await verdict.fill(MARYAM);
    await untilSaved('typing');
    expect(found(secrets)).toEqual([]);
  });

  it('holds none after Firefox has quit, and Firefox starts again locked', async () => {
    await firefox.close();
    expect(namesOf([canary('typing')])).toEqual(['typing']);
    expect(found(secrets)).toEqual([]);

    firefox = await Firefox.launch(home, simulator.port);
    const popup = await FirefoxPopup.open(firefox);
    await popup.page.waitFor('.locked');
    const student = { ...MARYAM, dateOfBirth: '1966-05-25' };
    expect(await popup.page.send('verify', { student })).toMatchObject({
      ok: false,
      problem: { code: 'LOCKED' },
    });
  });

  function canary(place: string): Secret {
    return { name: place, bytes: Buffer.from(`Canary-${place}-7Qx2`) };
  }

  /** Leaves something in each place from which a careless page's data would reach the disk. */
  async function plantCanaries(): Promise<void> {
    await options.evaluate(`
      await browser.storage.local.set({ canary: 'Canary-local-7Qx2' });
      const request = indexedDB.open('canary', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('store');
      await new Promise((resolve) => { request.onsuccess = resolve; });
      const store = request.result.transaction('store', 'readwrite').objectStore('store');
      store.put('Canary-database-7Qx2', 1);
      store.put(new Uint8Array([...'Canary-utf16-7Qx2'].flatMap((one) => [one.charCodeAt(0), 0])), 2);
      history.replaceState(null, '', '#Canary-address-7Qx2');
      document.body.insertAdjacentHTML('beforeend', '<label for="canary">Canary</label><input id="canary">');
    `);
    await options.fill('Canary', 'Canary-field-7Qx2');
  }

  /** Waits until Firefox has written what its pages hold at this moment, a field's content included. */
  async function untilSaved(moment: string): Promise<void> {
    const mark = canary(moment);
    await options.fill('Canary', String(mark.bytes));
    await expect.poll(() => namesOf([mark]), PATIENTLY).toEqual([moment]);
  }

  /** What unlocking and looking up have in hand now. */
  async function secretsInHand(): Promise<Secret[]> {
    const [credential] = simulator.keystore.credentials;
    if (!credential) throw new Error('the simulator issued no credential');
    const { token, session } = await options.evaluate<SessionArea>('return browser.storage.session.get()');
    const [cipherText = ''] = token.encryptedData.match(/[A-Za-z0-9+/=]{1000,}/) ?? [];
    return [
      { name: 'private key', bytes: credential.privateKey.export({ type: 'pkcs8', format: 'der' }) },
      { name: 'sealed private key', bytes: Buffer.from(session.key.ciphertext, 'base64') },
      { name: 'proof key', bytes: proofKeyOf(token.encryptedData, simulator) },
      { name: 'token', bytes: Buffer.from(cipherText, 'base64') },
      { name: 'date of birth as sent', bytes: Buffer.from('1966-05-25') },
    ];
  }
});
