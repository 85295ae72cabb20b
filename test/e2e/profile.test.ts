import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSecrets, type Secret } from '../support/profile-scan.ts';
import { plantInIndexedDb, plantInLocalStorage, sessionStorageJson } from './support/browser-storage.ts';
import { Desk } from './support/desk.ts';
import { privateKeySecrets, tokenSecrets, wordSecrets } from './support/secrets.ts';

const PASSWORD = 'Wombat-Lantern-58!';

/** A USI of the Registry's that fits anybody with two names (protocol dossier i), and names that no list of names has. */
const SENT = {
  usi: 'PCVA64XU3D',
  firstName: 'Zephyrinexa',
  familyName: 'Quillonbeck',
  dateOfBirth: '17/03/1991',
};
const TYPED_ONLY = {
  usi: 'ZTCP6RPU6M',
  firstName: 'Ottovianeth',
  familyName: 'Brackenfurst',
  dateOfBirth: '29/11/1988',
};

const CANARY = 'Canary-Kookaburra-4711';
/** The last letter is beyond Latin-1, so that the browser stores the whole text as UTF-16. */
const WIDE_CANARY = 'Canary-Bowerbird-8150\u0101';

describe('the profile folder on the disk', () => {
  let desk: Desk;
  const secrets: Secret[] = [];

  const search = () => findSecrets(desk.home.profile, secrets);

  beforeAll(async () => {
    const verifications: Buffer[] = [];
    desk = await Desk.open({
      simulator: {
        keystore: { credentials: [{ abn: '27809366375', name: 'USIMachine' }], password: PASSWORD },
        onRequest: ({ operation, body }) => {
          if (operation === 'VerifyUSI' && body) verifications.push(body);
        },
      },
    });
    await desk.withPopup(async (popup) => {
      await popup.unlock(PASSWORD);
      expect(await popup.lookUp(SENT)).toMatchObject({ verdict: 'verified' });
    });
    await desk.withPopup(async (popup) => {
      await popup.clear();
      await popup.fill(TYPED_ONLY);
    });
    for (const { privateKey } of desk.simulator.keystore.credentials) {
      secrets.push(...privateKeySecrets(privateKey));
    }
    for (const request of verifications) secrets.push(...tokenSecrets(request, desk.simulator));
    secrets.push(
      ...wordSecrets('password', [PASSWORD]),
      ...wordSecrets('student', [...Object.values(SENT), '1991-03-17']),
      ...wordSecrets('draft', [...Object.values(TYPED_ONLY), '1988-11-29']),
      ...(await sealedSecrets()),
    );
  });
  afterAll(() => desk.close());

  /** The sealed keys in storage.session; with the wrapping key, which is on the disk, they would open. */
  const sealedSecrets = async (): Promise<Secret[]> => {
    const json = await sessionStorageJson(desk.companion.options);
    return [...json.matchAll(/"ciphertext":"([^"]+)"/g)].map(([, value = ''], index) => ({
      name: `sealed key ${index + 1}`,
      bytes: Buffer.from(value, 'base64'),
    }));
  };

  it('is searched for all that must not be there', () => {
    const names = secrets.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['private key, PKCS#8', 'private key, d', 'private key, p', 'private key, q']),
    );
    expect(names).toEqual(
      expect.arrayContaining(['token, cipher value 1', 'token, cipher value 2', 'proof key']),
    );
    expect(names).toEqual(expect.arrayContaining(['sealed key 1', 'sealed key 2']));
    expect(secrets.every(({ bytes }) => bytes.length >= 10)).toBe(true);
  });

  it('is searched in a way that finds what was planted in storage.local, in IndexedDB and as UTF-16', async () => {
    const page = desk.companion.options;
    const canaries = wordSecrets('canary', [CANARY]);
    await plantInLocalStorage(page, CANARY);
    expect(findSecrets(desk.home.profile, canaries)).toContainEqual(
      expect.objectContaining({ encoding: 'raw', file: expect.stringContaining('Local Extension Settings') }),
    );
    await plantInIndexedDb(page, CANARY);
    expect(findSecrets(desk.home.profile, canaries)).toContainEqual(
      expect.objectContaining({ encoding: 'raw', file: expect.stringContaining('IndexedDB') }),
    );
    await plantInIndexedDb(page, WIDE_CANARY);
    expect(findSecrets(desk.home.profile, wordSecrets('canary', [WIDE_CANARY.slice(0, -1)]))).toContainEqual(
      expect.objectContaining({ encoding: 'UTF-16', file: expect.stringContaining('IndexedDB') }),
    );
  });

  it('holds no key, password, token or student while the browser runs, unlocked, with a verdict behind it and a draft typed', async () => {
    expect(await desk.companion.send('status', {})).toMatchObject({
      state: 'unlocked',
      draft: { familyName: TYPED_ONLY.familyName },
    });
    expect(search()).toEqual([]);
  });

  it('holds none of them after a lock either', async () => {
    await desk.companion.send('lock', {});
    expect(search()).toEqual([]);
  });

  it('holds none of them after the browser has ended', async () => {
    await desk.unlock();
    await desk.closeBrowser();
    expect(search()).toEqual([]);
    const canaries = findSecrets(desk.home.profile, wordSecrets('canary', [CANARY]));
    expect(canaries.length, 'what was planted is still found').toBeGreaterThanOrEqual(2);
  });
});
