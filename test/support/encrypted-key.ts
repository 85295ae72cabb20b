import { createCipheriv, createHash, pbkdf2Sync, randomBytes } from 'node:crypto';
import { type Der, integer, nothing, octets, oid, sequence } from './der.ts';

export interface KeyOptions {
  scheme?: 'PBE-SHA1-3DES' | 'PBES2';
  saltBytes?: number;
  rounds?: number;
  /** PBES2 only. */
  cipher?: keyof typeof CIPHERS;
  hash?: keyof typeof HASHES;
  /** PBES2 only: leave HMAC-SHA1 unsaid, as RFC 8018 allows, or say the key's length. */
  prf?: 'unsaid' | 'said';
  keyLength?: boolean;
}

const CIPHERS = {
  'aes-128-cbc': { oid: '2.16.840.1.101.3.4.1.2', keyBytes: 16, ivBytes: 16 },
  'aes-192-cbc': { oid: '2.16.840.1.101.3.4.1.22', keyBytes: 24, ivBytes: 16 },
  'aes-256-cbc': { oid: '2.16.840.1.101.3.4.1.42', keyBytes: 32, ivBytes: 16 },
  'des-ede3-cbc': { oid: '1.2.840.113549.3.7', keyBytes: 24, ivBytes: 8 },
};

const HASHES = {
  sha1: '1.2.840.113549.2.7',
  sha256: '1.2.840.113549.2.9',
  sha512: '1.2.840.113549.2.11',
};

/** An EncryptedPrivateKeyInfo around any plaintext. */
export function encryptKey(plaintext: Uint8Array, password: string, options: KeyOptions = {}): Der {
  const { scheme = 'PBE-SHA1-3DES', saltBytes = 20, rounds = 1024 } = options;
  const salt = randomBytes(saltBytes);
  if (scheme === 'PBES2') return encryptPbes2(plaintext, password, salt, rounds, options);
  const bmp = Buffer.from(`${password}\0`, 'utf16le').swap16();
  const key = pkcs12(bmp, salt, rounds, 1, 24);
  const iv = pkcs12(bmp, salt, rounds, 2, 8);
  const parameters = sequence(octets(salt), integer(rounds));
  return wrap(
    sequence(oid('1.2.840.113549.1.12.1.3'), parameters),
    encrypt('des-ede3-cbc', key, iv, plaintext),
  );
}

/** An EncryptedPrivateKeyInfo with any algorithm identifier. */
export function wrap(algorithm: Der, ciphertext: Uint8Array): Der {
  return sequence(algorithm, octets(ciphertext));
}

function encryptPbes2(
  plaintext: Uint8Array,
  password: string,
  salt: Buffer,
  rounds: number,
  { cipher = 'aes-256-cbc', hash = 'sha256', prf = 'said', keyLength = false }: KeyOptions,
): Der {
  const { oid: cipherOid, keyBytes, ivBytes } = CIPHERS[cipher];
  const iv = randomBytes(ivBytes);
  const key = pbkdf2Sync(password, salt, rounds, keyBytes, hash);
  const derivation = sequence(
    octets(salt),
    integer(rounds),
    ...(keyLength ? [integer(keyBytes)] : []),
    ...(prf === 'said' ? [sequence(oid(HASHES[hash]), nothing())] : []),
  );
  const parameters = sequence(
    sequence(oid('1.2.840.113549.1.5.12'), derivation),
    sequence(oid(cipherOid), octets(iv)),
  );
  return wrap(sequence(oid('1.2.840.113549.1.5.13'), parameters), encrypt(cipher, key, iv, plaintext));
}

function encrypt(cipher: string, key: Uint8Array, iv: Uint8Array, plaintext: Uint8Array): Buffer {
  const encryption = createCipheriv(cipher, key, iv);
  return Buffer.concat([encryption.update(plaintext), encryption.final()]);
}

/** RFC 7292 appendix B.2 with SHA-1, on big integers: written apart from the code under test. */
function pkcs12(password: Buffer, salt: Buffer, rounds: number, id: number, bytes: number): Buffer {
  const fill = (part: Buffer) => Buffer.alloc(Math.ceil(part.length / 64) * 64, part);
  let input = Buffer.concat([fill(salt), fill(password)]);
  let key = Buffer.alloc(0);
  while (key.length < bytes) {
    let hash: Buffer = Buffer.concat([Buffer.alloc(64, id), input]);
    for (let round = 0; round < rounds; round += 1) hash = createHash('sha1').update(hash).digest();
    key = Buffer.concat([key, hash]);
    const addend = BigInt(`0x${fill(hash).toString('hex')}`) + 1n;
    const blocks = input.toString('hex').match(/.{128}/g) ?? [];
    const sums = blocks.map((block) => BigInt.asUintN(512, BigInt(`0x${block}`) + addend));
    input = Buffer.from(sums.map((sum) => sum.toString(16).padStart(128, '0')).join(''), 'hex');
  }
  return key.subarray(0, bytes);
}
