import { base64Decode, importHmacKey, wipe } from '../crypto/index.ts';
import { Problem } from '../problems/index.ts';

/**
 * A security token as its holder sees it: opaque, plus the proof that it is ours.
 * The strings are useless without the proof key and may be stored as they are; the key is non-extractable.
 */
export interface Token {
  /** The xenc:EncryptedData, self-contained XML text; only the Registry can read it. */
  readonly encryptedData: string;
  /** The o:SecurityTokenReference that names the token in a signature, self-contained XML text. */
  readonly reference: string;
  /** When it was issued and until when it holds, milliseconds since 1970 by the token service's clock. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** HMAC with SHA-1, for signing only. */
  readonly proofKey: CryptoKey;
}

/** Sees the bytes of a new proof key once, before they are wiped, so that it can wrap them for later. */
export type KeepProofKey = (proofKey: Uint8Array) => Promise<void>;

/**
 * Makes the proof key out of the BinarySecret of an answer and wipes the bytes.
 * @throws Problem STS_ANSWER_UNEXPECTED if it is not base64 or empty; whatever `keep` throws
 */
export async function importProofKey(binarySecret: string, keep?: KeepProofKey): Promise<CryptoKey> {
  const bytes = decode(binarySecret);
  try {
    const key = await importHmacKey(bytes);
    await keep?.(bytes);
    return key;
  } finally {
    wipe(bytes);
  }
}

function decode(binarySecret: string): Uint8Array {
  try {
    const bytes = base64Decode(binarySecret);
    if (bytes.length > 0) return bytes;
  } catch (error) {
    throw new Problem('STS_ANSWER_UNEXPECTED', { part: 'BinarySecret' }, error);
  }
  throw new Problem('STS_ANSWER_UNEXPECTED', { part: 'BinarySecret' });
}
