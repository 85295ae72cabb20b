/**
 * Crypto: what the core needs of it, on byte arrays. WebCrypto does the work wherever it can.
 *
 *   base64.ts, bytes.ts    text forms, comparing, wiping
 *   signing.ts             digests, HMAC and RSA signatures
 */
export { Base64Error, base64Decode, base64Encode } from './base64.ts';
export { type Bytes, equalBytes, hex, wipe } from './bytes.ts';
export {
  digest,
  type HashName,
  hmacSha1,
  importHmacKey,
  importSigningKey,
  rsaSign,
} from './signing.ts';
