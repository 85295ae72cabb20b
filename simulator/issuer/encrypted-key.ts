/**
 * PKCS#8 private keys under a password: PBE-SHA1-3DES as every official keystore uses it (keystore facts, A5; RFC 7292,
 * appendix B), and PBES2 (RFC 8018) in the variants that a reader may one day meet.
 */
import { createCipheriv, createHash, type KeyObject, pbkdf2Sync, randomBytes } from 'node:crypto';
import * as asn1 from './der.ts';
import { OID } from './oids.ts';

/** How a private key is encrypted. */
export type KeyEncryption =
  | { scheme: 'pbe-sha1-3des'; iterations?: number }
  | {
      scheme: 'pbes2';
      cipher: 'aes-128-cbc' | 'aes-192-cbc' | 'aes-256-cbc' | 'des-ede3-cbc';
      prf: 'sha1' | 'sha256';
      iterations?: number;
    }
  | { scheme: 'unknown' };

/** Official keystores always iterate 1024 times (keystore facts, A5). */
const OFFICIAL_ITERATIONS = 1024;

const CIPHERS = {
  'aes-128-cbc': { oid: OID.aes128Cbc, keyBytes: 16, ivBytes: 16 },
  'aes-192-cbc': { oid: OID.aes192Cbc, keyBytes: 24, ivBytes: 16 },
  'aes-256-cbc': { oid: OID.aes256Cbc, keyBytes: 32, ivBytes: 16 },
  'des-ede3-cbc': { oid: OID.desEde3Cbc, keyBytes: 24, ivBytes: 8 },
} as const;

/** `EncryptedPrivateKeyInfo` in DER. */
export function encryptPrivateKey(
  key: KeyObject,
  password: string,
  encryption: KeyEncryption,
  salt: Buffer,
): Buffer {
  const plain = key.export({ type: 'pkcs8', format: 'der' });
  switch (encryption.scheme) {
    case 'pbe-sha1-3des':
      return withPbeSha1TripleDes(plain, password, salt, encryption.iterations ?? OFFICIAL_ITERATIONS);
    case 'pbes2':
      return withPbes2(plain, password, salt, encryption);
    case 'unknown':
      return asn1.sequence(asn1.algorithm(OID.noSuchEncryption), asn1.octetString(randomBytes(plain.length)));
  }
}

function withPbeSha1TripleDes(plain: Buffer, password: string, salt: Buffer, iterations: number): Buffer {
  const key = pkcs12Kdf(password, salt, iterations, KEY_MATERIAL, 24);
  const iv = pkcs12Kdf(password, salt, iterations, IV_MATERIAL, 8);
  const parameters = asn1.sequence(asn1.octetString(salt), asn1.integer(iterations));
  return asn1.sequence(
    asn1.algorithm(OID.pbeWithSha1And3KeyTripleDesCbc, parameters),
    asn1.octetString(encrypt('des-ede3-cbc', key, iv, plain)),
  );
}

function withPbes2(
  plain: Buffer,
  password: string,
  salt: Buffer,
  { cipher, prf, iterations = OFFICIAL_ITERATIONS }: Extract<KeyEncryption, { scheme: 'pbes2' }>,
): Buffer {
  const { oid, keyBytes, ivBytes } = CIPHERS[cipher];
  const iv = randomBytes(ivBytes);
  const key = pbkdf2Sync(password, salt, iterations, keyBytes, prf);
  const kdf = asn1.algorithm(
    OID.pbkdf2,
    asn1.sequence(
      asn1.octetString(salt),
      asn1.integer(iterations),
      // HMAC-SHA1 is the default, so DER leaves it out (RFC 8018, A.2).
      ...(prf === 'sha256' ? [asn1.algorithm(OID.hmacWithSha256)] : []),
    ),
  );
  const parameters = asn1.sequence(kdf, asn1.algorithm(oid, asn1.octetString(iv)));
  return asn1.sequence(
    asn1.algorithm(OID.pbes2, parameters),
    asn1.octetString(encrypt(cipher, key, iv, plain)),
  );
}

function encrypt(cipher: string, key: Buffer, iv: Buffer, plain: Buffer): Buffer {
  const stream = createCipheriv(cipher, key, iv);
  return Buffer.concat([stream.update(plain), stream.final()]);
}

/** RFC 7292, B.3: the purpose of the derived bytes. */
const KEY_MATERIAL = 1;
const IV_MATERIAL = 2;

/** RFC 7292, B.2, with SHA-1: 20-byte output, 64-byte blocks; the password as UTF-16BE with a final zero. */
export function pkcs12Kdf(
  password: string,
  salt: Uint8Array,
  iterations: number,
  purpose: number,
  length: number,
): Buffer {
  const block = 64;
  const secret = Buffer.from(`${password}\0`, 'utf16le').swap16();
  const input = Buffer.concat([fill(salt, block), fill(secret, block)]);
  const output: Buffer[] = [];
  for (let have = 0; have < length; have += 20) {
    let digest = createHash('sha1').update(Buffer.alloc(block, purpose)).update(input).digest();
    for (let i = 1; i < iterations; i++) digest = createHash('sha1').update(digest).digest();
    output.push(digest);
    addToEachBlock(input, fill(digest, block));
  }
  return Buffer.concat(output).subarray(0, length);
}

/** Repeats `bytes` up to the next multiple of `block`. */
function fill(bytes: Uint8Array, block: number): Buffer {
  return Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes);
}

/** Each block of `input` becomes (block + addend + 1) mod 2^512. */
function addToEachBlock(input: Buffer, addend: Buffer): void {
  for (let start = 0; start < input.length; start += addend.length) {
    let carry = 1;
    for (let i = addend.length - 1; i >= 0; i--) {
      const sum = (input[start + i] ?? 0) + (addend[i] ?? 0) + carry;
      input[start + i] = sum & 0xff;
      carry = sum >> 8;
    }
  }
}
