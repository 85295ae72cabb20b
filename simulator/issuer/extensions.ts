/** The certificate extensions of RFC 5280 that machine credentials, their authorities and TLS servers carry. */
import type { KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import { keyIdentifier } from './certificate.ts';
import * as asn1 from './der.ts';
import { OID } from './oids.ts';

/** Bits of KeyUsage, counted from the most significant (RFC 5280, 4.2.1.3). */
const KEY_USAGE_BIT = {
  digitalSignature: 0,
  nonRepudiation: 1,
  keyEncipherment: 2,
  dataEncipherment: 3,
  keyCertSign: 5,
  cRLSign: 6,
} as const;

type KeyUsage = keyof typeof KEY_USAGE_BIT;

/** Tags of GeneralName (RFC 5280, 4.2.1.6). */
const GENERAL_NAME = { dnsName: 2, uri: 6, ipAddress: 7 } as const;

/** Whether the key may sign certificates. */
export function basicConstraints(isAuthority: boolean): Buffer {
  return extension(OID.basicConstraints, asn1.sequence(...(isAuthority ? [asn1.isTrue()] : [])), 'critical');
}

/** What the key may be used for. */
export function keyUsage(...usages: KeyUsage[]): Buffer {
  const bits = usages.map((usage) => KEY_USAGE_BIT[usage]);
  const octet = bits.reduce<number>((all, bit) => all | (0x80 >> bit), 0);
  const unusedBits = 7 - Math.max(...bits);
  return extension(OID.keyUsage, asn1.bitString(Buffer.from([octet]), unusedBits), 'critical');
}

/** Purposes by object identifier. */
export function extendedKeyUsage(...purposes: string[]): Buffer {
  return extension(OID.extendedKeyUsage, asn1.sequence(...purposes.map(asn1.objectIdentifier)));
}

/** The policy of machine credentials, with the empty user notice that real ones have. */
export function machineCredentialPolicy(): Buffer {
  const notice = asn1.sequence(asn1.objectIdentifier(OID.userNotice), asn1.sequence(asn1.utf8String('')));
  return extension(
    OID.certificatePolicies,
    asn1.sequence(asn1.sequence(asn1.objectIdentifier(OID.machineCredentialPolicy), asn1.sequence(notice))),
  );
}

/** Where revocations would be published; nothing is there. */
export function crlDistributionPoint(url: string): Buffer {
  const name = asn1.contextPrimitive(GENERAL_NAME.uri, Buffer.from(url, 'latin1'));
  const point = asn1.sequence(asn1.context(0, asn1.context(0, name)));
  return extension(OID.crlDistributionPoints, asn1.sequence(point));
}

/** DNS names and IPv4 addresses that a TLS server answers for. */
export function subjectAltName(hosts: readonly string[]): Buffer {
  const names = hosts.map((host) =>
    isIP(host) === 4
      ? asn1.contextPrimitive(GENERAL_NAME.ipAddress, Buffer.from(host.split('.').map(Number)))
      : asn1.contextPrimitive(GENERAL_NAME.dnsName, Buffer.from(host, 'latin1')),
  );
  return extension(OID.subjectAltName, asn1.sequence(...names));
}

/** Names the certificate's own key. */
export function subjectKeyIdentifier(publicKey: KeyObject): Buffer {
  return extension(OID.subjectKeyIdentifier, asn1.octetString(keyIdentifier(publicKey)));
}

/** Names the key that signed the certificate. */
export function authorityKeyIdentifier(issuerKey: KeyObject): Buffer {
  return extension(
    OID.authorityKeyIdentifier,
    asn1.sequence(asn1.contextPrimitive(0, keyIdentifier(issuerKey))),
  );
}

function extension(oid: string, value: Buffer, critical?: 'critical'): Buffer {
  return asn1.sequence(
    asn1.objectIdentifier(oid),
    ...(critical ? [asn1.isTrue()] : []),
    asn1.octetString(value),
  );
}
