import { type CredentialIdentity, validity } from '../../src/keystore/index.ts';
import type { CredentialView } from '../../src/messages/index.ts';

/** The type of a machine credential in a keystore; others are of the AUSkey era (keystore dossier A2). */
const MACHINE = 'D';

export function isMachine(credential: Pick<CredentialIdentity, 'type'>): boolean {
  return credential.type === MACHINE;
}

/** What a page may know of a credential at this moment (milliseconds since 1970, corrected). */
export function viewOf(credential: CredentialIdentity, nowMs: number): CredentialView {
  const { id, abn, name, legalName, validFrom, validTo, issuer } = credential;
  return {
    id,
    abn,
    name,
    legalName,
    validFrom: validFrom.toISOString(),
    validTo: validTo.toISOString(),
    issuer,
    state: isMachine(credential) ? validity(credential, nowMs) : 'not-a-machine-credential',
  };
}
