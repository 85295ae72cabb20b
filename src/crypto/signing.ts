import { asBytes, type Bytes } from './bytes.ts';

/** The hashes that the services use: SHA-256 in S007 v1.3, SHA-1 in S007 v1.2 and the Registry's HMAC. */
export type HashName = 'SHA-1' | 'SHA-256';

/** RFC 8017 section 8.2, the only RSA signature scheme that the services' policies name. */
const RSA_SIGNATURE = 'RSASSA-PKCS1-v1_5';

/** The digest of the bytes: 20 bytes for SHA-1, 32 for SHA-256. */
export async function digest(hash: HashName, bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest(hash, asBytes(bytes)));
}

/** A non-extractable HMAC-SHA1 key, such as a token's proof key. Wiping `raw` is the caller's. */
export async function importHmacKey(raw: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', asBytes(raw), { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
}

/** HMAC-SHA1 (RFC 2104) of the bytes, 20 bytes. */
export async function hmacSha1(key: CryptoKey, bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, asBytes(bytes)));
}

/**
 * A non-extractable RSA key that can only sign, with this one hash: WebCrypto binds a key to its hash.
 * `pkcs8` is a PrivateKeyInfo (RFC 5208); wiping it is the caller's. Throws the engine's DataError if it is damaged.
 */
export async function importSigningKey(pkcs8: Uint8Array, hash: HashName): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', asBytes(pkcs8), { name: RSA_SIGNATURE, hash }, false, ['sign']);
}

/** The RSASSA-PKCS1-v1_5 signature over the bytes, with the key's own hash. */
export async function rsaSign(key: CryptoKey, bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign(RSA_SIGNATURE, key, asBytes(bytes)));
}
