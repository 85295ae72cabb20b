/** X.509 version 3 certificates (RFC 5280), written with the DER writer and signed by Node. */
import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto';
import * as asn1 from './der.ts';
import { OID } from './oids.ts';

/** One part of a distinguished name: an object identifier and its value. */
export type NamePart = readonly [oid: string, value: string];

/** What a certificate says. */
export interface CertificateRequest {
  /** Big-endian. */
  serialNumber: Uint8Array;
  subject: readonly NamePart[];
  issuer: readonly NamePart[];
  notBefore: Date;
  notAfter: Date;
  publicKey: KeyObject;
  extensions: readonly Buffer[];
}

/** As many bits as the official certificates' (keystore facts, A4), and the most that RFC 5280, 4.1.2.2, allows. */
const SERIAL_BYTES = 20;

/** A random serial number; positive and really of full length, between 0x40… and 0x7f…. */
export function newSerialNumber(): Buffer {
  const serial = randomBytes(SERIAL_BYTES);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  return serial;
}

/** Signs a certificate with `issuerKey` (RSA or EC) and SHA-256; returns its DER bytes. */
export function issueCertificate(request: CertificateRequest, issuerKey: KeyObject): Buffer {
  const signatureAlgorithm =
    issuerKey.asymmetricKeyType === 'rsa'
      ? asn1.algorithm(OID.sha256WithRsa)
      : asn1.sequence(asn1.objectIdentifier(OID.ecdsaWithSha256));
  const toBeSigned = asn1.sequence(
    asn1.context(0, asn1.integer(2)),
    asn1.integer(request.serialNumber),
    signatureAlgorithm,
    distinguishedName(request.issuer),
    asn1.sequence(asn1.time(request.notBefore), asn1.time(request.notAfter)),
    distinguishedName(request.subject),
    request.publicKey.export({ type: 'spki', format: 'der' }),
    asn1.context(3, asn1.sequence(...request.extensions)),
  );
  const signature = sign('sha256', toBeSigned, issuerKey);
  return asn1.sequence(toBeSigned, signatureAlgorithm, asn1.bitString(signature));
}

/** A name as DER; country and qualifier are PrintableString, as their definitions require. */
export function distinguishedName(parts: readonly NamePart[]): Buffer {
  const printable: readonly string[] = [OID.countryName, OID.dnQualifier];
  return asn1.sequence(
    ...parts.map(([oid, value]) =>
      asn1.set(
        asn1.sequence(
          asn1.objectIdentifier(oid),
          printable.includes(oid) ? asn1.printableString(value) : asn1.utf8String(value),
        ),
      ),
    ),
  );
}

/** What stands before the bits of the key in a SubjectPublicKeyInfo, for the two kinds of key made here (keys.ts). */
const KEY_BITS_OFFSET_BYTES = { rsa2048: 24, p256: 26 } as const;

/** The key identifier of RFC 5280, 4.2.1.2, method 1: SHA-1 over the bits of the public key. */
export function keyIdentifier(publicKey: KeyObject): Buffer {
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const kind = publicKey.asymmetricKeyType === 'rsa' ? 'rsa2048' : 'p256';
  return createHash('sha1').update(spki.subarray(KEY_BITS_OFFSET_BYTES[kind])).digest();
}

/** DER to PEM. */
export function certificatePem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
