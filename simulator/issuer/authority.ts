/**
 * The simulator's own certification authority: root, sub authority, and the leaf certificates it issues, in the shape of
 * the ATO's (keystore facts, A4). It remembers every certificate, so the STS can look up how a credential stands.
 */
import { createHash } from 'node:crypto';
import { type CertificateRequest, issueCertificate, type NamePart, newSerialNumber } from './certificate.ts';
import * as ext from './extensions.ts';
import { type KeyPair, newRsaKeyPair } from './keys.ts';
import { OID } from './oids.ts';

/** How the authority sees a credential: usable, revoked (E2014), or not in its records (E2169). */
export type Standing = 'active' | 'revoked' | 'unrecognised';

/** A certificate with the key that signs for it. */
export interface Signatory {
  name: readonly NamePart[];
  issuerName: readonly NamePart[];
  serialNumber: Buffer;
  certificate: Buffer;
  keys: KeyPair;
}

/** What to put into a leaf certificate. */
interface LeafRequest {
  abn: string;
  name: string;
  keys: KeyPair;
  notBefore: Date;
  notAfter: Date;
  dialect: 'java' | 'dotnet';
  standing: Standing;
}

/** An authority that can issue machine credentials and answer how they stand. */
export interface CredentialAuthority {
  root: Signatory;
  sub: Signatory;
  issueLeaf(request: LeafRequest): { certificate: Buffer; serialNumber: Buffer };
  /** Undefined when this authority never issued the certificate. */
  standingOf(certificate: Uint8Array): Standing | undefined;
}

const YEAR_MS = 365 * 24 * 3_600_000;

/** Makes a fresh authority; about 0.2 s for two RSA keys. */
export async function createAuthority(now = new Date()): Promise<CredentialAuthority> {
  const [rootKeys, subKeys] = await Promise.all([newRsaKeyPair(), newRsaKeyPair()]);
  const rootName = authorityName('Simulator Root Certification Authority');
  const subName = authorityName('Simulator Sub Certification Authority');
  const root = certify(rootName, rootKeys, rootName, rootKeys, now);
  const sub = certify(subName, subKeys, rootName, rootKeys, now);
  const standings = new Map<string, Standing>();
  return {
    root,
    sub,
    issueLeaf(request) {
      const serialNumber = newSerialNumber();
      const certificate = issueCertificate(leafCertificate(request, serialNumber, sub), sub.keys.privateKey);
      standings.set(thumbprint(certificate), request.standing);
      return { certificate, serialNumber };
    },
    standingOf: (certificate) => standings.get(thumbprint(certificate)),
  };
}

function leafCertificate(request: LeafRequest, serialNumber: Buffer, sub: Signatory): CertificateRequest {
  const java = request.dialect === 'java';
  const owner: NamePart[] = [
    [OID.countryName, 'AU'],
    [OID.organizationName, request.abn],
    [OID.commonName, request.name],
  ];
  const qualifier: NamePart = [OID.dnQualifier, 'ABR'];
  return {
    serialNumber,
    subject: java ? [...owner, qualifier] : [qualifier, ...owner],
    issuer: sub.name,
    notBefore: request.notBefore,
    notAfter: request.notAfter,
    publicKey: request.keys.publicKey,
    extensions: [
      ext.basicConstraints(false),
      ext.authorityKeyIdentifier(sub.keys.publicKey),
      ext.machineCredentialPolicy(),
      ...(java ? [ext.extendedKeyUsage(OID.clientAuth, OID.emailProtection)] : []),
      ext.crlDistributionPoint('http://pki.simulator.invalid/crls/sub.crl'),
      ext.subjectKeyIdentifier(request.keys.publicKey),
      ext.keyUsage('digitalSignature', 'nonRepudiation', 'keyEncipherment', 'dataEncipherment'),
    ],
  };
}

function certify(
  name: readonly NamePart[],
  keys: KeyPair,
  issuerName: readonly NamePart[],
  issuerKeys: KeyPair,
  now: Date,
): Signatory {
  const serialNumber = newSerialNumber();
  const request: CertificateRequest = {
    serialNumber,
    subject: name,
    issuer: issuerName,
    notBefore: new Date(now.getTime() - 10 * YEAR_MS),
    notAfter: new Date(now.getTime() + 10 * YEAR_MS),
    publicKey: keys.publicKey,
    extensions: [
      ext.basicConstraints(true),
      ext.keyUsage('keyCertSign', 'cRLSign'),
      ext.subjectKeyIdentifier(keys.publicKey),
      ext.authorityKeyIdentifier(issuerKeys.publicKey),
    ],
  };
  const certificate = issueCertificate(request, issuerKeys.privateKey);
  return { name, issuerName, serialNumber, keys, certificate };
}

function authorityName(commonName: string): NamePart[] {
  return [
    [OID.countryName, 'AU'],
    [OID.organizationName, 'USI Companion Simulator'],
    [OID.organizationalUnitName, 'Certification Authority'],
    [OID.commonName, commonName],
  ];
}

function thumbprint(certificate: Uint8Array): string {
  return createHash('sha256').update(certificate).digest('hex');
}
