import { Asn1Error, integerOf, octetsOf, oidOf, readAsn1, sequenceOf } from '../crypto/index.ts';
import { type Certificate, RSA_OID, type RsaPublicKey } from './certificate.ts';

/**
 * The public half of an opened private key: a PrivateKeyInfo (RFC 5208 section 5) around an RSAPrivateKey
 * (RFC 8017 appendix A.1.2). Null if it holds no readable RSA key.
 */
export function publicHalf(pkcs8: Uint8Array): RsaPublicKey | null {
  try {
    const [, algorithm, key] = sequenceOf(readAsn1(pkcs8));
    if (oidOf(sequenceOf(algorithm)[0]) !== RSA_OID) return null;
    const [, modulus, exponent] = sequenceOf(readAsn1(octetsOf(key)));
    return { modulus: integerOf(modulus), exponent: integerOf(exponent) };
  } catch (error) {
    if (error instanceof Asn1Error) return null;
    throw error;
  }
}

/** Whether the certificate is for this key. */
export function fits(key: RsaPublicKey | null, { publicKey }: Certificate): boolean {
  if (key === null || publicKey === null) return false;
  return publicKey.modulus === key.modulus && publicKey.exponent === key.exponent;
}
