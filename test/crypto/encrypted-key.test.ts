import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Asn1Error, decryptKey, hex, readEncryptedKey } from '../../src/crypto/index.ts';
import { LEGACY_ROUNDS_LIMIT, pkcs12Key } from '../../src/crypto/legacy-pbe.ts';
import { PBKDF2_ROUNDS_LIMIT } from '../../src/crypto/pbes2.ts';
import { Problem } from '../../src/problems/index.ts';
import { integer, nothing, octets, oid, sequence } from '../support/der.ts';
import { encryptKey, type KeyOptions, wrap } from '../support/encrypted-key.ts';
import vectors from '../vectors/vectors.json' with { type: 'json' };

const PASSWORD = 'Password1!';
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pkcs8 = new Uint8Array(privateKey.export({ type: 'pkcs8', format: 'der' }));

const open = (der: Uint8Array, password = PASSWORD) => decryptKey(readEncryptedKey(der), password);

describe('the PKCS#12 key derivation', () => {
  it('gives the key and the initial vector of the published example', () => {
    const password = Buffer.from(`${vectors.pbe.password}\0`, 'utf16le').swap16();
    const salt = Buffer.from(vectors.pbe.saltHex, 'hex');
    const { iterations } = vectors.pbe;
    expect(hex(pkcs12Key(password, salt, iterations, 1, 24))).toBe(vectors.pbe.derivedKey3DesHex);
    expect(hex(pkcs12Key(password, salt, iterations, 2, 8))).toBe(vectors.pbe.derivedIvHex);
  });
});

describe('an encrypted private key', () => {
  const schemes: KeyOptions[] = [
    { saltBytes: 20 },
    { saltBytes: 8 },
    { saltBytes: 1 },
    { saltBytes: 64 },
    { saltBytes: 65 },
    { rounds: 1 },
    { rounds: 2048 },
    ...(['aes-128-cbc', 'aes-256-cbc', 'des-ede3-cbc'] as const).flatMap((cipher) =>
      (['sha1', 'sha256'] as const).map(
        (hash): KeyOptions => ({ scheme: 'PBES2', cipher, hash, rounds: 2048 }),
      ),
    ),
    { scheme: 'PBES2', hash: 'sha1', prf: 'unsaid' },
    { scheme: 'PBES2', keyLength: true },
    { scheme: 'PBES2', saltBytes: 8, rounds: 600_000 },
  ];

  it.each(schemes)('opens with %o', async (options) => {
    const der = encryptKey(pkcs8, PASSWORD, options);
    expect(await open(der)).toEqual(pkcs8);
  });

  it.each(schemes)('in this test is what OpenSSL reads too: %o', (options) => {
    const key = Buffer.from(encryptKey(pkcs8, PASSWORD, options));
    const opened = createPrivateKey({ key, format: 'der', type: 'pkcs8', passphrase: PASSWORD });
    expect(opened.equals(privateKey)).toBe(true);
  });

  it.each(['aes-128-cbc', 'aes-256-cbc', 'des-ede3-cbc'])(
    'opens as OpenSSL writes it with %s',
    async (cipher) => {
      const der = privateKey.export({ type: 'pkcs8', format: 'der', cipher, passphrase: PASSWORD });
      expect(await open(der)).toEqual(pkcs8);
    },
  );

  it.each(['é', '密码', '🔑', 'a'.repeat(200)])('opens with the password “%s”', async (password) => {
    expect(await open(encryptKey(pkcs8, password), password)).toEqual(pkcs8);
    expect(await open(encryptKey(pkcs8, password, { scheme: 'PBES2' }), password)).toEqual(pkcs8);
  });

  it('tells how it is encrypted without the password', () => {
    const { encryption } = readEncryptedKey(encryptKey(pkcs8, PASSWORD, { saltBytes: 8, rounds: 1024 }));
    expect(encryption).toMatchObject({ scheme: 'PBE-SHA1-3DES', rounds: 1024 });
    expect(encryption.salt).toHaveLength(8);
  });
});

describe('an encryption that is not supported', () => {
  const someParameters = sequence(octets(Buffer.alloc(8)), integer(1024));
  const ciphertext = Buffer.alloc(16);
  const named = (name: string) =>
    expect.objectContaining({ code: 'CREDENTIAL_ENCRYPTION_UNSUPPORTED', params: { oid: name } });

  it.each([
    ['1.2.840.113549.1.12.1.6', '1.2.840.113549.1.12.1.6, PBE-SHA1-RC2-40'],
    ['1.2.840.113549.1.5.3', '1.2.840.113549.1.5.3, PBE-MD5-DES'],
    ['1.2.3.4567', '1.2.3.4567'],
  ])('is named: scheme %s', (scheme, name) => {
    const der = wrap(sequence(oid(scheme), someParameters), ciphertext);
    expect(() => readEncryptedKey(der)).toThrow(named(name));
  });

  it('is named: AES-192, which Chromium lacks', () => {
    const der = encryptKey(pkcs8, PASSWORD, { scheme: 'PBES2', cipher: 'aes-192-cbc' });
    expect(() => readEncryptedKey(der)).toThrow(named('2.16.840.1.101.3.4.1.22, AES-192-CBC'));
  });

  it('is named: another hash under PBKDF2', () => {
    const der = encryptKey(pkcs8, PASSWORD, { scheme: 'PBES2', hash: 'sha512' });
    expect(() => readEncryptedKey(der)).toThrow(named('1.2.840.113549.2.11, HMAC-SHA512'));
  });

  it('is named: another key derivation', () => {
    const scrypt = sequence(oid('1.3.6.1.4.1.11591.4.11'), sequence());
    const cipher = sequence(oid('2.16.840.1.101.3.4.1.2'), octets(Buffer.alloc(16)));
    const der = wrap(sequence(oid('1.2.840.113549.1.5.13'), sequence(scrypt, cipher)), ciphertext);
    expect(() => readEncryptedKey(der)).toThrow(named('1.3.6.1.4.1.11591.4.11, scrypt'));
  });
});

describe('a damaged encrypted key', () => {
  const pbe = (salt: Buffer, rounds: Buffer, ciphertext = Buffer.alloc(16)) =>
    wrap(sequence(oid('1.2.840.113549.1.12.1.3'), sequence(salt, rounds)), ciphertext);
  const salt = octets(Buffer.alloc(20));

  it.each([
    ['no rounds at all', pbe(salt, integer(0))],
    ['more rounds than are ever run', pbe(salt, integer(LEGACY_ROUNDS_LIMIT + 1))],
    ['a number of rounds beyond counting', pbe(salt, integer(1n << 80n))],
    ['a salt that is no octet string', pbe(integer(1), integer(1024))],
    ['rounds that are no number', pbe(salt, nothing())],
    ['no ciphertext', pbe(salt, integer(1024), Buffer.alloc(0))],
    ['half a block of ciphertext', pbe(salt, integer(1024), Buffer.alloc(12))],
    ['nothing', Buffer.alloc(0)],
    ['bytes that follow it', Buffer.concat([pbe(salt, integer(1024)), Buffer.of(0)])],
  ])('is refused for %s', (_what, der) => {
    expect(() => readEncryptedKey(der)).toThrow(Asn1Error);
  });

  it('is refused for more PBKDF2 rounds than are ever run', () => {
    const derivation = sequence(salt, integer(PBKDF2_ROUNDS_LIMIT + 1));
    const scheme = sequence(
      sequence(oid('1.2.840.113549.1.5.12'), derivation),
      sequence(oid('2.16.840.1.101.3.4.1.2'), octets(Buffer.alloc(16))),
    );
    const der = wrap(sequence(oid('1.2.840.113549.1.5.13'), scheme), Buffer.alloc(16));
    expect(() => readEncryptedKey(der)).toThrow(Asn1Error);
  });
});

describe('a wrong password', () => {
  const wrong = expect.objectContaining({ code: 'PASSWORD_WRONG', params: {} });

  it.each([
    { scheme: 'PBE-SHA1-3DES' },
    { scheme: 'PBES2', cipher: 'aes-128-cbc' },
    { scheme: 'PBES2', cipher: 'aes-256-cbc' },
    { scheme: 'PBES2', cipher: 'des-ede3-cbc' },
  ] as KeyOptions[])('is one problem for %o', async (options) => {
    const der = encryptKey(pkcs8, PASSWORD, options);
    for (const password of [
      '',
      ' ',
      `${PASSWORD} `,
      ` ${PASSWORD}`,
      `${PASSWORD}\n`,
      'password1!',
      'Password1',
    ]) {
      await expect(open(der, password)).rejects.toThrow(wrong);
    }
  });

  it('is what an empty one always is, even if it was used', async () => {
    await expect(open(encryptKey(pkcs8, ''), '')).rejects.toThrow(wrong);
  });

  it('is told the same way when the padding happens to fit and the rest is not a key', async () => {
    const notKeys = [
      Buffer.alloc(0),
      Buffer.alloc(9),
      sequence(),
      octets(pkcs8),
      Buffer.concat([pkcs8, Buffer.of(0)]),
    ];
    for (const plaintext of notKeys) {
      for (const scheme of ['PBE-SHA1-3DES', 'PBES2'] as const) {
        await expect(open(encryptKey(plaintext, PASSWORD, { scheme }))).rejects.toThrow(wrong);
      }
    }
  });
});

describe('any bytes', () => {
  it('read as an encrypted key end in a key, an Asn1Error or a problem', () => {
    const der = Buffer.from(encryptKey(pkcs8.subarray(0, 40), PASSWORD, { scheme: 'PBES2' }));
    fc.assert(
      fc.property(fc.nat(der.length - 1), fc.nat(255), fc.nat(der.length), (position, byte, end) => {
        const damaged = Buffer.from(der.subarray(0, end));
        if (position < end) damaged[position] = byte;
        try {
          readEncryptedKey(damaged);
        } catch (error) {
          expect(error instanceof Asn1Error || error instanceof Problem).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
