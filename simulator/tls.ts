/** TLS for loopback: a certification authority made at every start, and one certificate for all the names answered for. */
import { createHash } from 'node:crypto';
import { TLS_NAMES } from './addresses.ts';
import { certificatePem, issueCertificate, newSerialNumber } from './issuer/certificate.ts';
import * as ext from './issuer/extensions.ts';
import { newEcKeyPair } from './issuer/keys.ts';
import { OID } from './issuer/oids.ts';

/** What an HTTPS server and its clients need. */
export interface TlsIdentity {
  /** PEM of the server's private key. */
  key: string;
  /** PEM of the server's certificate. */
  cert: string;
  /** PEM of the authority that clients have to trust. */
  caPem: string;
  /** Base64, for Chromium's `--ignore-certificate-errors-spki-list`. */
  spkiSha256: string;
}

const DAY_MS = 24 * 3_600_000;

/** Makes a fresh authority and server certificate, good for a year by the computer's own clock. */
export async function createTlsIdentity(): Promise<TlsIdentity> {
  const [ca, server] = await Promise.all([newEcKeyPair(), newEcKeyPair()]);
  const caName = [[OID.commonName, 'USI Companion Simulator TLS']] as const;
  const life = { notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + 365 * DAY_MS) };
  const caCertificate = issueCertificate(
    {
      ...life,
      serialNumber: newSerialNumber(),
      subject: caName,
      issuer: caName,
      publicKey: ca.publicKey,
      extensions: [
        ext.basicConstraints(true),
        ext.keyUsage('keyCertSign', 'cRLSign'),
        ext.subjectKeyIdentifier(ca.publicKey),
      ],
    },
    ca.privateKey,
  );
  const certificate = issueCertificate(
    {
      ...life,
      serialNumber: newSerialNumber(),
      subject: [[OID.commonName, 'localhost']],
      issuer: caName,
      publicKey: server.publicKey,
      extensions: [
        ext.basicConstraints(false),
        ext.keyUsage('digitalSignature'),
        ext.extendedKeyUsage(OID.serverAuth),
        ext.subjectAltName(TLS_NAMES),
        ext.subjectKeyIdentifier(server.publicKey),
        ext.authorityKeyIdentifier(ca.publicKey),
      ],
    },
    ca.privateKey,
  );
  const spki = server.publicKey.export({ type: 'spki', format: 'der' });
  return {
    key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: certificatePem(certificate),
    caPem: certificatePem(caCertificate),
    spkiSha256: createHash('sha256').update(spki).digest('base64'),
  };
}
