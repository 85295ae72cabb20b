/**
 * Crypto: what the core needs of it, on byte arrays. WebCrypto does the work wherever it can.
 *
 *   base64.ts, bytes.ts    text forms, comparing, wiping
 *   signing.ts             digests, HMAC and RSA signatures
 *   encrypted-key.ts       opens a PKCS#8 EncryptedPrivateKeyInfo with a password
 *   pbes2.ts               … the schemes that WebCrypto has
 *   legacy-pbe.ts          … and those it lacks (PKCS#12 key derivation, Triple DES), with node-forge
 *   asn1.ts, asn1-values.ts  reads BER and DER
 */
export { type Asn1Element, Asn1Error, readAsn1 } from './asn1.ts';
export {
  expectTag,
  integerOf,
  octetsOf,
  oidOf,
  sequenceOf,
  stringOf,
  TAG,
  timeOf,
} from './asn1-values.ts';
export { Base64Error, base64Decode, base64Encode } from './base64.ts';
export { asBytes, type Bytes, equalBytes, hex, wipe } from './bytes.ts';
export { decryptKey, type EncryptedKey, readEncryptedKey } from './encrypted-key.ts';
export { sha1 } from './legacy-pbe.ts';
export {
  digest,
  type HashName,
  hmacSha1,
  importHmacKey,
  importSigningKey,
  rsaSign,
} from './signing.ts';
