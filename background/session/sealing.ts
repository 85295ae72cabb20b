import { asBytes, base64Decode, base64Encode, type HashName } from '../../src/crypto/index.ts';

/**
 * Sealing splits a secret in two halves: the wrapping key, which lies on disk and is useless alone, and the
 * ciphertext, which lies in memory. The wrapping key cannot decrypt, only unwrap: what comes out is always a
 * non-extractable key, never bytes.
 */

/** A sealed secret as it lies in storage.session; base64, because the browsers store byte arrays differently. */
export interface Sealed {
  readonly iv: string;
  readonly ciphertext: string;
}

/** NIST SP 800-38D section 5.2.1.1: 96 bits is the length of an IV that needs no further hashing. */
const IV_BYTES = 12;

/** A fresh AES-GCM key for one unlocking; without the usage `decrypt`, so that nobody gets the bytes back. */
export async function newWrappingKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'unwrapKey']);
}

/** Encrypts the secret. `binding` must be given again to open it: it ties the secret to its session. */
export async function seal(secret: Uint8Array, wrappingKey: CryptoKey, binding: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const ciphertext = await crypto.subtle.encrypt(aesGcm(iv, binding), wrappingKey, asBytes(secret));
  return { iv: base64Encode(iv), ciphertext: base64Encode(new Uint8Array(ciphertext)) };
}

/** A sealed PKCS#8 as a non-extractable key that signs with this one hash. Rejects if anything was tampered with. */
export async function unsealSigningKey(
  sealed: Sealed,
  wrappingKey: CryptoKey,
  binding: string,
  hash: HashName,
): Promise<CryptoKey> {
  return unseal('pkcs8', sealed, wrappingKey, binding, { name: 'RSASSA-PKCS1-v1_5', hash });
}

/** A sealed proof key as a non-extractable HMAC key: SHA-1, the Registry's (protocol dossier 0). */
export async function unsealProofKey(
  sealed: Sealed,
  wrappingKey: CryptoKey,
  binding: string,
): Promise<CryptoKey> {
  return unseal('raw', sealed, wrappingKey, binding, { name: 'HMAC', hash: 'SHA-1' });
}

async function unseal(
  format: 'pkcs8' | 'raw',
  sealed: Sealed,
  wrappingKey: CryptoKey,
  binding: string,
  algorithm: RsaHashedImportParams | HmacImportParams,
): Promise<CryptoKey> {
  const opening = aesGcm(base64Decode(sealed.iv), binding);
  const ciphertext = base64Decode(sealed.ciphertext);
  return crypto.subtle.unwrapKey(format, ciphertext, wrappingKey, opening, algorithm, false, ['sign']);
}

function aesGcm(iv: Uint8Array<ArrayBuffer>, binding: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(binding) };
}
