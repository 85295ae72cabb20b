import { Problem } from '../problems/index.ts';
import { type Asn1Element, Asn1Error, readAsn1 } from './asn1.ts';
import { countOf, octetsOf, oidOf, sequenceOf } from './asn1-values.ts';
import { type Bytes, wipe } from './bytes.ts';
import { unsupportedEncryption } from './encryption-names.ts';
import { decryptPbeSha1TripleDes, LEGACY_ROUNDS_LIMIT } from './legacy-pbe.ts';
import { decryptPbes2, type Pbes2, readPbes2 } from './pbes2.ts';

/** How a private key is encrypted. The official stores all use the first. */
type KeyEncryption =
  | { readonly scheme: 'PBE-SHA1-3DES'; readonly salt: Uint8Array; readonly rounds: number }
  | ({ readonly scheme: 'PBES2' } & Pbes2);

/** An EncryptedPrivateKeyInfo (RFC 5208 section 6), read but not opened. */
export interface EncryptedKey {
  readonly encryption: KeyEncryption;
  readonly ciphertext: Uint8Array;
}

/** pbeWithSHAAnd3-KeyTripleDES-CBC (RFC 7292 appendix C) and PBES2 (RFC 8018 appendix A.4). */
const PBE_SHA1_TRIPLE_DES_OID = '1.2.840.113549.1.12.1.3';
const PBES2_OID = '1.2.840.113549.1.5.13';

/** Triple DES works on blocks of 8 bytes. */
const TRIPLE_DES_BLOCK_BYTES = 8;

/**
 * Reads an encrypted key; needs no password.
 * Throws Asn1Error if it is damaged, and the problem CREDENTIAL_ENCRYPTION_UNSUPPORTED with the scheme's identifier.
 */
export function readEncryptedKey(der: Uint8Array): EncryptedKey {
  const [algorithm, encrypted] = sequenceOf(readAsn1(der));
  const [oid, parameters] = sequenceOf(algorithm);
  const encryption = readEncryption(oidOf(oid), parameters);
  const ciphertext = octetsOf(encrypted);
  const blockBytes = encryption.scheme === 'PBES2' ? encryption.cipher.blockBytes : TRIPLE_DES_BLOCK_BYTES;
  if (ciphertext.length === 0 || ciphertext.length % blockBytes !== 0) throw new Asn1Error();
  return { encryption, ciphertext };
}

/**
 * Opens the key. Whether a wrong password shows as bad padding or as bad ASN.1 is chance, so both are the problem
 * PASSWORD_WRONG. The result is a PrivateKeyInfo (RFC 5208 section 5), a secret that the caller wipes.
 */
export async function decryptKey(key: EncryptedKey, password: string): Promise<Bytes> {
  // RAM asks for at least ten characters, and not every engine derives a key from none.
  if (password === '') throw new Problem('PASSWORD_WRONG');
  const plaintext = await decrypt(key, password);
  if (plaintext === null) throw new Problem('PASSWORD_WRONG');
  if (isPrivateKeyInfo(plaintext)) return plaintext;
  wipe(plaintext);
  throw new Problem('PASSWORD_WRONG');
}

function readEncryption(oid: string, parameters: Asn1Element | undefined): KeyEncryption {
  switch (oid) {
    case PBE_SHA1_TRIPLE_DES_OID: {
      const [saltElement, roundsElement] = sequenceOf(parameters);
      const salt = octetsOf(saltElement);
      const rounds = countOf(roundsElement);
      if (rounds < 1 || rounds > LEGACY_ROUNDS_LIMIT) throw new Asn1Error();
      return { scheme: 'PBE-SHA1-3DES', salt, rounds };
    }
    case PBES2_OID:
      return { scheme: 'PBES2', ...readPbes2(parameters) };
    default:
      throw unsupportedEncryption(oid);
  }
}

async function decrypt({ encryption, ciphertext }: EncryptedKey, password: string): Promise<Bytes | null> {
  if (encryption.scheme === 'PBES2') return decryptPbes2(ciphertext, password, encryption);
  return decryptPbeSha1TripleDes(ciphertext, password, encryption.salt, encryption.rounds);
}

/** Whether the bytes have the shape of a PrivateKeyInfo: version, algorithm, key, perhaps more. */
function isPrivateKeyInfo(bytes: Uint8Array): boolean {
  try {
    const [version, algorithm, key] = sequenceOf(readAsn1(bytes));
    countOf(version);
    oidOf(sequenceOf(algorithm)[0]);
    octetsOf(key);
    return true;
  } catch (error) {
    if (error instanceof Asn1Error) return false;
    throw error;
  }
}
