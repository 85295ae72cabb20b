import { base64Decode, base64Encode } from '../crypto/index.ts';
import type { Certificate } from './certificate.ts';

/** The type of a machine (“device”) credential, the only one that can be used. */
export const MACHINE_CREDENTIAL = 'D';

/** Who a credential is: everything but its encrypted key. Names come from the file, the rest from the certificate. */
export interface CredentialIdentity {
  /** The alias that every tool uses: `ABRD:` + ABN + `_` + name. A renewal with the same name has the same id. */
  readonly id: string;
  /** 11 digits. */
  readonly abn: string;
  /** The name typed in RAM when it was created. */
  readonly name: string;
  readonly legalName: string;
  /** MACHINE_CREDENTIAL; anything else is of the AUSkey era. */
  readonly type: string;
  /** The certificate's serial number, decimal; up to 48 digits. */
  readonly serialNumber: string;
  /** From the certificate: the dates in the file carry an offset that is wrong by ten hours. */
  readonly validFrom: Date;
  readonly validTo: Date;
  /** Common name of who issued it; tells test credentials from real ones. */
  readonly issuer: string;
  /** SHA-1 of the certificate, lower-case hexadecimal. */
  readonly fingerprint: string;
  /** The credential's own certificate, DER. */
  readonly certificate: Uint8Array;
}

/** One credential of a keystore, locked. */
export interface Credential extends CredentialIdentity {
  /** The certificates stored beside its own, DER, in the order of the file: usually who issued it, and its root. */
  readonly chain: readonly Uint8Array[];
  /**
   * What tells that `certificate` is its own. `assumed` is settled when the key is opened: the file's serial number
   * and fingerprint are missing or name none of the certificates.
   */
  readonly chosenBy: 'serial number' | 'fingerprint' | 'assumed';
  /** EncryptedPrivateKeyInfo (RFC 5208), DER. */
  readonly protectedPrivateKey: Uint8Array;
}

/** An identity as plain JSON, for storage and messages. Times are ISO 8601 in UTC, the certificate is base64. */
export interface CredentialSummary extends Omit<CredentialIdentity, 'validFrom' | 'validTo' | 'certificate'> {
  readonly validFrom: string;
  readonly validTo: string;
  readonly certificate: string;
}

/** What a certificate contributes to an identity. */
export function identityFrom(
  certificate: Certificate,
): Pick<
  CredentialIdentity,
  'serialNumber' | 'validFrom' | 'validTo' | 'issuer' | 'fingerprint' | 'certificate'
> {
  const { serialNumber, validFrom, validTo, issuer, fingerprint, der } = certificate;
  return { serialNumber, validFrom, validTo, issuer, fingerprint, certificate: der };
}

/** The identity of a credential as plain JSON: no key, nothing secret. */
export function describeCredential(credential: CredentialIdentity): CredentialSummary {
  const { id, abn, name, legalName, type, serialNumber, issuer, fingerprint } = credential;
  return {
    id,
    abn,
    name,
    legalName,
    type,
    serialNumber,
    validFrom: credential.validFrom.toISOString(),
    validTo: credential.validTo.toISOString(),
    issuer,
    fingerprint,
    certificate: base64Encode(credential.certificate),
  };
}

/** The identity that `describeCredential` described. Throws Base64Error if the summary was damaged. */
export function restoreCredential(summary: CredentialSummary): CredentialIdentity {
  return {
    ...summary,
    validFrom: new Date(summary.validFrom),
    validTo: new Date(summary.validTo),
    certificate: base64Decode(summary.certificate),
  };
}
