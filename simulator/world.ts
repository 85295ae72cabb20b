/** What exists before the first request: the credential authority, and the keys of the STS and of the Registry. */
import type { KeyObject } from 'node:crypto';
import { certificatePem, issueCertificate, newSerialNumber } from './issuer/certificate.ts';
import { basicConstraints, keyUsage } from './issuer/extensions.ts';
import type { CredentialAuthority } from './issuer/index.ts';
import { newRsaKeyPair } from './issuer/keys.ts';
import { OID } from './issuer/oids.ts';

/** A service's key with a self-signed certificate. */
export interface ServiceIdentity {
  certificate: Buffer;
  certificatePem: string;
  publicKey: KeyObject;
  privateKey: KeyObject;
}

/** The simulated world. Every start makes a new one. */
export interface World {
  authority: CredentialAuthority;
  /** Signs assertions. */
  sts: ServiceIdentity;
  /** Assertions are encrypted to it. */
  registry: ServiceIdentity;
}

const YEAR_MS = 365 * 24 * 3_600_000;

/** Makes the services' keys while the authority may still be in the making. */
export async function createWorld(
  authorityInTheMaking: CredentialAuthority | Promise<CredentialAuthority>,
  now: Date,
): Promise<World> {
  const [authority, sts, registry] = await Promise.all([
    authorityInTheMaking,
    createIdentity('Simulator Security Token Service', now),
    createIdentity('Simulator USI Registry', now),
  ]);
  return { authority, sts, registry };
}

/** A fresh RSA key and its self-signed certificate. */
async function createIdentity(commonName: string, now: Date): Promise<ServiceIdentity> {
  const { publicKey, privateKey } = await newRsaKeyPair();
  const name = [[OID.commonName, commonName]] as const;
  const certificate = issueCertificate(
    {
      serialNumber: newSerialNumber(),
      subject: name,
      issuer: name,
      notBefore: new Date(now.getTime() - YEAR_MS),
      notAfter: new Date(now.getTime() + 5 * YEAR_MS),
      publicKey,
      extensions: [basicConstraints(false), keyUsage('digitalSignature', 'keyEncipherment')],
    },
    privateKey,
  );
  return { certificate, certificatePem: certificatePem(certificate), publicKey, privateKey };
}
