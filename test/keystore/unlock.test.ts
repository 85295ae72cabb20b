import { createPrivateKey, createPublicKey, generateKeyPairSync, verify, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type CredentialSpec, issueKeystore } from '../../simulator/issuer/index.ts';
import { importSigningKey } from '../../src/crypto/index.ts';
import {
  describeCredential,
  readKeystore,
  restoreCredential,
  signerFrom,
  unlock,
} from '../../src/keystore/index.ts';
import { Problem } from '../../src/problems/index.ts';
import { encryptKey } from '../support/encrypted-key.ts';
import {
  elementText,
  onlyCredential,
  PASSWORD,
  problem,
  SYNTHETIC_KEYSTORE,
  watchPlaintexts,
  withBytes,
} from './support.ts';

const DESK = { abn: '51824753556', name: 'Front desk' };
const message = new TextEncoder().encode('a message');
const synthetic = onlyCredential(SYNTHETIC_KEYSTORE);

afterEach(() => {
  vi.restoreAllMocks();
});

describe('unlocking', () => {
  it('gives a signer whose signatures the certificate verifies, with either hash', async () => {
    const pem = readFileSync(resolve(import.meta.dirname, '../vectors/throwaway-pub.pem'), 'utf8');
    const signer = await unlock(synthetic, PASSWORD);
    for (const hash of ['SHA-256', 'SHA-1'] as const) {
      expect(verify(hash, message, createPublicKey(pem), await signer.sign(message, hash))).toBe(true);
    }
    expect(signer.credential.id).toBe(synthetic.id);
    expect(new X509Certificate(signer.certificate).serialNumber).toBe('1092');
  });

  type Case = [dialect: 'java' | 'dotnet', encryption: NonNullable<CredentialSpec['encryption']>];
  const cases: Case[] = [
    ['java', { scheme: 'pbe-sha1-3des' }],
    ['dotnet', { scheme: 'pbe-sha1-3des' }],
    ...(['aes-128-cbc', 'aes-256-cbc', 'des-ede3-cbc'] as const).flatMap((cipher): Case[] => [
      ['java', { scheme: 'pbes2', cipher, prf: 'sha1' }],
      ['dotnet', { scheme: 'pbes2', cipher, prf: 'sha256' }],
    ]),
  ];

  it.each(cases)(
    'opens what an independent issuer wrote like the %s writer with %o',
    async (dialect, encryption) => {
      const { xml } = await issueKeystore({ dialect, credentials: [{ ...DESK, encryption }] });
      await expect(unlock(onlyCredential(xml), PASSWORD)).resolves.toHaveProperty('certificate');
    },
  );

  it('opens each credential of a store with its own password', async () => {
    const { xml } = await issueKeystore({
      credentials: [DESK, { ...DESK, name: 'Other', password: 'Another1!' }],
    });
    const [first, second] = readKeystore(xml);
    if (first === undefined || second === undefined) throw new Error('two credentials expected');
    await expect(unlock(first, PASSWORD)).resolves.toBeDefined();
    await expect(unlock(second, PASSWORD)).rejects.toThrow(problem('PASSWORD_WRONG'));
    await expect(unlock(second, 'Another1!')).resolves.toBeDefined();
  });

  it('imports keys that no code can export', async () => {
    const importKey = vi.spyOn(crypto.subtle, 'importKey');
    await unlock(synthetic, PASSWORD);
    const imported = importKey.mock.calls.filter(([format]) => format === 'pkcs8');
    expect(imported.map(([, , , extractable, usages]) => ({ extractable, usages }))).toEqual([
      { extractable: false, usages: ['sign'] },
      { extractable: false, usages: ['sign'] },
    ]);
  });
});

describe('the opened key', () => {
  it('is shown once to whoever keeps it, then wiped', async () => {
    const plaintexts = watchPlaintexts();
    const seen: { bytes: Uint8Array; copy: Buffer }[] = [];
    await unlock(synthetic, PASSWORD, async (bytes) => {
      await Promise.resolve();
      seen.push({ bytes, copy: Buffer.from(bytes) });
    });
    const [shown, ...again] = seen;
    expect(again).toEqual([]);
    expect(createPrivateKey({ key: shown?.copy ?? Buffer.alloc(0), format: 'der', type: 'pkcs8' }).type).toBe(
      'private',
    );
    expect(shown?.bytes.every((byte) => byte === 0)).toBe(true);
    expect(await plaintexts.areWiped()).toBe(true);
  });

  it('is wiped when nobody keeps it', async () => {
    const plaintexts = watchPlaintexts();
    await unlock(synthetic, PASSWORD);
    expect(await plaintexts.areWiped()).toBe(true);
  });

  it('is wiped when keeping it fails, and the failure comes through', async () => {
    const plaintexts = watchPlaintexts();
    const failure = new Error('no room');
    await expect(unlock(synthetic, PASSWORD, () => Promise.reject(failure))).rejects.toBe(failure);
    expect(await plaintexts.areWiped()).toBe(true);
  });

  const mismatched = { ...DESK, keyFits: false } as const;
  it.each([
    ['PBE-SHA1-3DES', mismatched],
    ['PBES2', { ...mismatched, encryption: { scheme: 'pbes2', cipher: 'aes-256-cbc', prf: 'sha256' } }],
  ] as const)('is refused and wiped when it does not fit the certificate (%s)', async (_scheme, spec) => {
    const { xml } = await issueKeystore({ credentials: [spec] });
    const plaintexts = watchPlaintexts();
    const keep = vi.fn();
    await expect(unlock(onlyCredential(xml), PASSWORD, keep)).rejects.toThrow(
      problem('CREDENTIAL_KEY_MISMATCH'),
    );
    expect(keep).not.toHaveBeenCalled();
    expect(await plaintexts.areWiped()).toBe(true);
  });

  it('is refused when it is not an RSA key', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const plaintext = privateKey.export({ type: 'pkcs8', format: 'der' });
    const xml = withBytes(SYNTHETIC_KEYSTORE, 'protectedPrivateKey', () => encryptKey(plaintext, PASSWORD));
    await expect(unlock(onlyCredential(xml), PASSWORD)).rejects.toThrow(problem('CREDENTIAL_KEY_MISMATCH'));
  });

  it('is called damaged, and wiped, when it fits but cannot be imported', async () => {
    const encrypted = Buffer.from(elementText(SYNTHETIC_KEYSTORE, 'protectedPrivateKey'), 'base64');
    const key = createPrivateKey({ key: encrypted, format: 'der', type: 'pkcs8', passphrase: PASSWORD });
    const plaintext = key.export({ type: 'pkcs8', format: 'der' });
    // The last element, the CRT coefficient, claims to be another type.
    plaintext[plaintext.lastIndexOf(Buffer.of(0x02, 0x81, 0x80))] = 0x04;
    const xml = withBytes(SYNTHETIC_KEYSTORE, 'protectedPrivateKey', () => encryptKey(plaintext, PASSWORD));
    const plaintexts = watchPlaintexts();
    await expect(unlock(onlyCredential(xml), PASSWORD)).rejects.toThrow(
      problem('KEYSTORE_DAMAGED', { id: synthetic.id, part: 'protectedPrivateKey' }),
    );
    expect(await plaintexts.areWiped()).toBe(true);
  });
});

describe('a wrong password', () => {
  /** OpenSSL tells bad padding from what comes after it, which we do not. */
  const passesPadding = (key: Buffer, passphrase: string) => {
    try {
      createPrivateKey({ key, format: 'der', type: 'pkcs8', passphrase });
    } catch (error) {
      return (error as NodeJS.ErrnoException).code !== 'ERR_OSSL_BAD_DECRYPT';
    }
    throw new Error('the password is not wrong');
  };

  it('is the same problem for 2,000 of them, also those that pass the padding check', {
    timeout: 120_000,
  }, async () => {
    const key = Buffer.from(synthetic.protectedPrivateKey);
    const passwords = Array.from({ length: 2000 }, (_, number) => `Password${number}!`).filter(
      (password) => password !== PASSWORD,
    );
    for (const password of passwords) {
      const refusal = await unlock(synthetic, password).catch((error: unknown) => error);
      if (!(refusal instanceof Problem) || refusal.code !== 'PASSWORD_WRONG') expect.fail(password);
    }
    const passing = passwords.filter((password) => passesPadding(key, password));
    expect(passing.length).toBeGreaterThan(3);
    const plaintexts = watchPlaintexts();
    for (const password of [...passing, 'Password0!'])
      await unlock(synthetic, password).catch(() => undefined);
    expect(await plaintexts.areWiped()).toBe(true);
  });

  it('is never trimmed or mended', async () => {
    const { xml } = await issueKeystore({
      credentials: [{ ...DESK, encryption: { scheme: 'pbes2', cipher: 'aes-256-cbc', prf: 'sha256' } }],
    });
    for (const password of ['', ' ', `${PASSWORD} `, ` ${PASSWORD}`, `${PASSWORD}\n`, 'password1!']) {
      for (const credential of [synthetic, onlyCredential(xml)]) {
        await expect(unlock(credential, password)).rejects.toThrow(problem('PASSWORD_WRONG'));
      }
    }
  });
});

describe('a credential that cannot be unlocked', () => {
  it('is one of the AUSkey era, whatever the password', async () => {
    const { xml } = await issueKeystore({ credentials: [{ ...DESK, type: 'U' }, DESK] });
    const [user] = readKeystore(xml);
    if (user === undefined) throw new Error('a user credential expected');
    await expect(unlock(user, PASSWORD)).rejects.toThrow(problem('CREDENTIAL_NOT_MACHINE', { type: 'U' }));
  });

  it('is one encrypted in an unknown way, which is named', async () => {
    const { xml } = await issueKeystore({ credentials: [{ ...DESK, encryption: { scheme: 'unknown' } }] });
    await expect(unlock(onlyCredential(xml), PASSWORD)).rejects.toThrow(
      problem('CREDENTIAL_ENCRYPTION_UNSUPPORTED', { oid: expect.stringMatching(/^[\d.]+$/) as string }),
    );
  });

  it('is one encrypted with AES-192, which is named', async () => {
    const encryption = { scheme: 'pbes2', cipher: 'aes-192-cbc', prf: 'sha256' } as const;
    const { xml } = await issueKeystore({ credentials: [{ ...DESK, encryption }] });
    await expect(unlock(onlyCredential(xml), PASSWORD)).rejects.toThrow(
      problem('CREDENTIAL_ENCRYPTION_UNSUPPORTED', { oid: '2.16.840.1.101.3.4.1.22, AES-192-CBC' }),
    );
  });
});

describe('a signer for a worker that woke up', () => {
  const keyOf = async (hash: 'SHA-256' | 'SHA-1') => {
    let key: Promise<CryptoKey> | undefined;
    await unlock(synthetic, PASSWORD, async (pkcs8) => {
      key = importSigningKey(pkcs8, hash);
      await key;
    });
    if (key === undefined) throw new Error('nothing was kept');
    return key;
  };

  it('signs the same from a summary that went through JSON', async () => {
    const summary = JSON.parse(JSON.stringify(describeCredential(synthetic)));
    const woken = signerFrom(restoreCredential(summary), { sha256: await keyOf('SHA-256') });
    const first = await unlock(synthetic, PASSWORD);
    expect(await woken.sign(message, 'SHA-256')).toEqual(await first.sign(message, 'SHA-256'));
    expect(woken.credential).toEqual(first.credential);
  });

  it('does not sign with SHA-1 if it was given no key for it', async () => {
    const signer = signerFrom(synthetic, { sha256: await keyOf('SHA-256') });
    await expect(signer.sign(message, 'SHA-1')).rejects.toThrow(problem('INTERNAL'));
  });

  it('has a summary that holds no key', () => {
    const text = JSON.stringify(describeCredential(synthetic));
    expect(text).not.toContain(elementText(SYNTHETIC_KEYSTORE, 'protectedPrivateKey').slice(0, 40));
    expect(Object.values(JSON.parse(text)).every((value) => typeof value === 'string')).toBe(true);
  });
});
