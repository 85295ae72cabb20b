import { type Credential, findCredential, validity } from '../../src/keystore/index.ts';
import { Problem } from '../../src/problems/index.ts';
import { isMachine } from './view.ts';

/**
 * The credential to use: the chosen one; while none is chosen, the only one there is, or the only one that is valid
 * now. Guessing among several valid ones could look a student up in another organisation's name.
 * @throws Problem CREDENTIAL_GONE, CREDENTIAL_NOT_MACHINE, CREDENTIAL_NOT_CHOSEN
 */
export function chooseCredential(
  credentials: readonly Credential[],
  chosenId: string | null,
  nowMs: number,
): Credential {
  if (chosenId !== null) return theChosen(credentials, chosenId, nowMs);
  const machines = credentials.filter(isMachine);
  const valid = machines.filter((credential) => validity(credential, nowMs) === 'valid');
  const [only, ...others] = valid.length > 0 ? valid : machines;
  if (only === undefined || others.length > 0) throw new Problem('CREDENTIAL_NOT_CHOSEN');
  return only;
}

function theChosen(credentials: readonly Credential[], id: string, nowMs: number): Credential {
  const chosen = findCredential(credentials, id, nowMs);
  if (chosen === undefined) throw new Problem('CREDENTIAL_GONE');
  if (!isMachine(chosen)) throw new Problem('CREDENTIAL_NOT_MACHINE', { type: chosen.type });
  return chosen;
}

/** @throws Problem CREDENTIAL_EXPIRED, CREDENTIAL_NOT_YET_VALID; their params are ISO 8601 */
export function requireValid(credential: Pick<Credential, 'validFrom' | 'validTo'>, nowMs: number): void {
  switch (validity(credential, nowMs)) {
    case 'valid':
      return;
    case 'expired':
      throw new Problem('CREDENTIAL_EXPIRED', { validTo: credential.validTo.toISOString() });
    case 'not-yet-valid':
      throw new Problem('CREDENTIAL_NOT_YET_VALID', { validFrom: credential.validFrom.toISOString() });
  }
}
