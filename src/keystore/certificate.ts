import {
  type Asn1Element,
  expectTag,
  hex,
  integerOf,
  oidOf,
  readAsn1,
  sequenceOf,
  sha1,
  stringOf,
  TAG,
  timeOf,
} from '../crypto/index.ts';

/** What is read of an X.509 certificate (RFC 5280). Its signature is not checked: the STS judges it. */
export interface Certificate {
  readonly der: Uint8Array;
  /** SHA-1 of the DER, lower-case hexadecimal. */
  readonly fingerprint: string;
  /** Decimal. */
  readonly serialNumber: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  /** The issuer's common name; '' if it has none. */
  readonly issuer: string;
  /** The DER of both names, for finding who issued whom. */
  readonly issuerName: Uint8Array;
  readonly subjectName: Uint8Array;
  /** Null if the key is not an RSA key. */
  readonly publicKey: RsaPublicKey | null;
}

export interface RsaPublicKey {
  readonly modulus: bigint;
  readonly exponent: bigint;
}

/** rsaEncryption (RFC 8017 appendix A.1) and commonName (RFC 4519 section 2.3). */
export const RSA_OID = '1.2.840.113549.1.1.1';
const COMMON_NAME_OID = '2.5.4.3';

/** Reads a certificate. Throws Asn1Error if the element is not one. */
export function readCertificate(element: Asn1Element): Certificate {
  const fields = sequenceOf(sequenceOf(element)[0]);
  const versioned = fields[0]?.tag === TAG.context0 ? fields.slice(1) : fields;
  const [serial, , issuer, period, subject, publicKey] = versioned;
  const [notBefore, notAfter] = sequenceOf(period);
  return {
    der: element.bytes,
    fingerprint: hex(sha1(element.bytes)),
    serialNumber: integerOf(serial).toString(),
    validFrom: timeOf(notBefore),
    validTo: timeOf(notAfter),
    issuer: commonName(issuer),
    issuerName: expectTag(issuer, TAG.sequence).bytes,
    subjectName: expectTag(subject, TAG.sequence).bytes,
    publicKey: readPublicKey(publicKey),
  };
}

/** SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7), if it holds an RSA key (RFC 8017 appendix A.1.1). */
function readPublicKey(element: Asn1Element | undefined): RsaPublicKey | null {
  const [algorithm, key] = sequenceOf(element);
  if (oidOf(sequenceOf(algorithm)[0]) !== RSA_OID) return null;
  const unusedBitsOctets = 1;
  const [modulus, exponent] = sequenceOf(
    readAsn1(expectTag(key, TAG.bitString).content.subarray(unusedBitsOctets)),
  );
  return { modulus: integerOf(modulus), exponent: integerOf(exponent) };
}

/** The first common name in a distinguished name. */
function commonName(name: Asn1Element | undefined): string {
  const attributes = sequenceOf(name).flatMap((set) => expectTag(set, TAG.set).children);
  for (const attribute of attributes) {
    const [type, value] = sequenceOf(attribute);
    if (oidOf(type) === COMMON_NAME_OID) return stringOf(value);
  }
  return '';
}
