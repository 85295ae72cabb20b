import { equalBytes, hex } from '../crypto/index.ts';
import type { Certificate } from './certificate.ts';
import type { Credential } from './credential.ts';

/** What the file says of the credential's own certificate; null where it says nothing. */
export interface LeafHints {
  /** Decimal. */
  readonly serialNumber: string | null;
  /** SHA-1 of the DER. */
  readonly fingerprint: Uint8Array | null;
}

export interface Leaf {
  readonly certificate: Certificate;
  readonly chosenBy: Credential['chosenBy'];
}

/**
 * The credential's own certificate among those stored with it, by serial number, then by fingerprint. Its position
 * tells nothing for certain. If neither fits any, it is assumed to be the first that issued none of the others,
 * until the private key settles it. Undefined if there are no certificates.
 */
export function chooseLeaf(certificates: readonly Certificate[], hints: LeafHints): Leaf | undefined {
  const serialNumber = hints.serialNumber?.replace(/^0+(?=\d)/, '');
  const fingerprint = hints.fingerprint === null ? null : hex(hints.fingerprint);
  const bySerial = certificates.filter((candidate) => candidate.serialNumber === serialNumber);
  const byBoth = bySerial.find((candidate) => candidate.fingerprint === fingerprint) ?? bySerial[0];
  if (byBoth) return { certificate: byBoth, chosenBy: 'serial number' };

  const byFingerprint = certificates.find((candidate) => candidate.fingerprint === fingerprint);
  if (byFingerprint) return { certificate: byFingerprint, chosenBy: 'fingerprint' };

  const assumed =
    certificates.find((candidate) => !issuedAnother(candidate, certificates)) ?? certificates[0];
  return assumed && { certificate: assumed, chosenBy: 'assumed' };
}

function issuedAnother(issuer: Certificate, certificates: readonly Certificate[]): boolean {
  return certificates.some((other) => other !== issuer && equalBytes(other.issuerName, issuer.subjectName));
}
