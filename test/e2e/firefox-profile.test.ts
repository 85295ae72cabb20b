/** What Firefox leaves on the disk. With the popup in a tab its memory for forms and sessions is looked into too. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { english } from '../../scripts/launch/popup.ts';
import { findSecrets, type Secret } from '../support/profile-scan.ts';
import { FirefoxDesk } from './support/firefox-desk.ts';
import { privateKeySecrets, tokenSecrets, wordSecrets } from './support/secrets.ts';

const PASSWORD = 'Wombat-Lantern-58!';
const WRONG_PASSWORD = 'Possum-Kettle-31!';

/** A USI of the Registry's that fits anybody with two names (protocol dossier i), and names that no list of names has. */
const STUDENT = {
  usi: 'PCVA64XU3D',
  firstName: 'Zephyrinexa',
  familyName: 'Quillonbeck',
  dateOfBirth: '17/03/1991',
};

const TYPED = [
  ...wordSecrets('password', [PASSWORD, WRONG_PASSWORD]),
  ...wordSecrets('student', [...Object.values(STUDENT), '1991-03-17']),
];

/** Firefox writes its session store when it has time to. */
const PATIENTLY = { timeout: 60_000, interval: 500 };

describe('the profile folder of Firefox', () => {
  let desk: FirefoxDesk;
  const verifications: Buffer[] = [];
  let secrets: Secret[] = TYPED;

  beforeAll(async () => {
    desk = await FirefoxDesk.open({
      simulator: {
        keystore: { credentials: [{ abn: '27809366375', name: 'USIMachine' }], password: PASSWORD },
        onRequest: ({ operation, body }) => {
          if (operation === 'VerifyUSI' && body) verifications.push(body);
        },
      },
    });
  });
  afterAll(() => desk?.close());

  it('shows a canary wherever a page’s data may come to lie, so that the search is known to find', async () => {
    const canaries = ['local', 'database', 'utf16', 'address', 'field'].map(canary);
    await desk.options.evaluate(`
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
    await desk.options.fill('Canary', 'Canary-field-7Qx2');
    const all = canaries.map(({ name }) => name).sort();
    await expect.poll(() => namesOf(canaries).sort(), PATIENTLY).toEqual(all);
  });

  it('holds no password while one is typed, concealed or shown', async () => {
    const popup = await desk.openPopup();
    await popup.page.fill(english('password'), WRONG_PASSWORD);
    await untilSaved('concealed');
    expect(found(TYPED)).toEqual([]);
    await popup.page.click('[aria-pressed]');
    await popup.page.press('!');
    await untilSaved('shown');
    expect(found(TYPED)).toEqual([]);
    await popup.close();
  });

  it('holds no key, password, token or student while one is typed and while a verdict is shown', async () => {
    const popup = await desk.openUnlocked();
    await popup.fill(STUDENT);
    await untilSaved('typed');
    expect(found(TYPED)).toEqual([]);

    await popup.page.enter();
    await popup.verdict();
    secrets = [...TYPED, ...(await secretsInHand())];
    await untilSaved('answered');
    expect(found(secrets)).toEqual([]);
  });

  it('holds none of them after Firefox has quit', async () => {
    await desk.closeBrowser();
    expect(namesOf([canary('answered')])).toEqual(['answered']);
    expect(found(secrets)).toEqual([]);
  });

  function found(sought: readonly Secret[]) {
    return findSecrets(desk.profile, sought);
  }

  function namesOf(sought: readonly Secret[]): string[] {
    return [...new Set(found(sought).map(({ secret }) => secret))];
  }

  function canary(place: string): Secret {
    return { name: place, bytes: Buffer.from(`Canary-${place}-7Qx2`) };
  }

  /** Waits until Firefox has written what its pages hold at this moment, the content of a field included. */
  async function untilSaved(moment: string): Promise<void> {
    const mark = canary(moment);
    await desk.options.fill('Canary', String(mark.bytes));
    await expect.poll(() => namesOf([mark]), PATIENTLY).toEqual([moment]);
  }

  /** The keys and tokens that unlocking and looking up have in hand now, as they are and sealed. */
  async function secretsInHand(): Promise<Secret[]> {
    const stored = await desk.options.evaluate<string>(
      'return JSON.stringify(await browser.storage.session.get())',
    );
    const sealed = [...stored.matchAll(/"ciphertext":"([^"]+)"/g)].map(([, value = ''], index) => ({
      name: `sealed key ${index + 1}`,
      bytes: Buffer.from(value, 'base64'),
    }));
    expect(sealed).toHaveLength(2);
    expect(verifications).toHaveLength(1);
    return [
      ...sealed,
      ...desk.simulator.keystore.credentials.flatMap(({ privateKey }) => privateKeySecrets(privateKey)),
      ...verifications.flatMap((request) => tokenSecrets(request, desk.simulator)),
    ];
  }
});
