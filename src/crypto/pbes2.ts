import { type Asn1Element, Asn1Error } from './asn1.ts';
import { countOf, octetsOf, oidOf, sequenceOf, TAG } from './asn1-values.ts';
import { asBytes, type Bytes, wipe } from './bytes.ts';
import { unsupportedEncryption } from './encryption-names.ts';
import { decryptTripleDes } from './legacy-pbe.ts';
import type { HashName } from './signing.ts';

/** PBES2 with PBKDF2 (RFC 8018 sections 6.2 and 5.2, appendix A). */
export interface Pbes2 {
  readonly salt: Uint8Array;
  /** Rounds of PBKDF2. */
  readonly rounds: number;
  /** The hash under PBKDF2's HMAC. */
  readonly hash: HashName;
  readonly cipher: Cipher;
  readonly iv: Uint8Array;
}

interface Cipher {
  readonly name: 'AES-CBC' | 'DES-EDE3-CBC';
  readonly keyBits: 128 | 256 | 192;
  readonly blockBytes: 8 | 16;
}

const PBKDF2_OID = '1.2.840.113549.1.5.12';

/** Pseudo-random functions (RFC 8018 appendix B.1.2). */
const HASHES: Readonly<Record<string, HashName>> = {
  '1.2.840.113549.2.7': 'SHA-1',
  '1.2.840.113549.2.9': 'SHA-256',
};

/** Ciphers (RFC 8018 appendix B.2, RFC 3565 section 4.1). AES-192 is missing because Chromium does not have it. */
const CIPHERS: Readonly<Record<string, Cipher>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'AES-CBC', keyBits: 128, blockBytes: 16 },
  '2.16.840.1.101.3.4.1.42': { name: 'AES-CBC', keyBits: 256, blockBytes: 16 },
  '1.2.840.113549.3.7': { name: 'DES-EDE3-CBC', keyBits: 192, blockBytes: 8 },
};

/**
 * The most rounds that are run: several times what is recommended today, about five seconds in the slower browser.
 * A file that asks for more is made to keep the browser busy.
 */
export const PBKDF2_ROUNDS_LIMIT = 3_000_000;

/** Reads PBES2-params. Throws Asn1Error, or CREDENTIAL_ENCRYPTION_UNSUPPORTED with what is not supported. */
export function readPbes2(parameters: Asn1Element | undefined): Pbes2 {
  const [derivation, encryption] = sequenceOf(parameters);
  const [derivationOid, derivationParameters] = sequenceOf(derivation);
  const [cipherOid, iv] = sequenceOf(encryption);
  if (oidOf(derivationOid) !== PBKDF2_OID) throw unsupportedEncryption(oidOf(derivationOid));
  const [salt, rounds, ...options] = sequenceOf(derivationParameters);
  const cipher = CIPHERS[oidOf(cipherOid)] ?? unsupported(oidOf(cipherOid));
  const pbes2 = {
    salt: octetsOf(salt),
    rounds: countOf(rounds),
    hash: readHash(options),
    cipher,
    iv: octetsOf(iv),
  };
  if (pbes2.rounds < 1 || pbes2.rounds > PBKDF2_ROUNDS_LIMIT) throw new Asn1Error();
  if (pbes2.iv.length !== cipher.blockBytes) throw new Asn1Error();
  return pbes2;
}

/** The plaintext, which the caller wipes, or null if its padding is wrong. */
export async function decryptPbes2(
  ciphertext: Uint8Array,
  password: string,
  pbes2: Pbes2,
): Promise<Bytes | null> {
  const { cipher, hash, rounds } = pbes2;
  const encoded = new TextEncoder().encode(password);
  const secret = await crypto.subtle.importKey('raw', encoded, 'PBKDF2', false, ['deriveBits', 'deriveKey']);
  wipe(encoded);
  const derivation = { name: 'PBKDF2', hash, salt: asBytes(pbes2.salt), iterations: rounds };
  if (cipher.name === 'DES-EDE3-CBC') {
    const key = new Uint8Array(await crypto.subtle.deriveBits(derivation, secret, cipher.keyBits));
    const plaintext = decryptTripleDes(ciphertext, key, pbes2.iv);
    wipe(key);
    return plaintext;
  }
  const aes = { name: cipher.name, length: cipher.keyBits };
  const key = await crypto.subtle.deriveKey(derivation, secret, aes, false, ['decrypt']);
  return decryptAes(ciphertext, key, pbes2.iv);
}

/** AES-CBC; WebCrypto says with an OperationError, and nothing more, that the padding is wrong. */
async function decryptAes(ciphertext: Uint8Array, key: CryptoKey, iv: Uint8Array): Promise<Bytes | null> {
  try {
    const algorithm = { name: 'AES-CBC', iv: asBytes(iv) };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, asBytes(ciphertext)));
  } catch (error) {
    if (error instanceof Error && error.name === 'OperationError') return null;
    throw error;
  }
}

/** After salt and rounds: an optional key length, which the cipher settles anyway, and the PRF, by default HMAC-SHA1. */
function readHash(options: readonly Asn1Element[]): HashName {
  const prf = options.find((option) => option.tag === TAG.sequence);
  if (prf === undefined) return 'SHA-1';
  const oid = oidOf(sequenceOf(prf)[0]);
  return HASHES[oid] ?? unsupported(oid);
}

function unsupported(oid: string): never {
  throw unsupportedEncryption(oid);
}
