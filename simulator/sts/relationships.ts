/** Who may act for whom: the hosted-software notifications that organisations have made in RAM (protocol facts, d and i). */
import { event } from './faults.ts';
import type { ActAs } from './request.ts';

const REGISTERED: readonly ActAs[] = [
  { firstParty: '11000002568', secondParty: '96312011219', softwareId: '0000123400' },
];

/**
 * The ABN that the token will carry. Which code the real STS refuses with is not published; E2180, a credential that no
 * policy covers, is the nearest in meaning.
 */
export function abnFor(credentialAbn: string, actAs: ActAs | undefined): string {
  if (!actAs) return credentialAbn;
  if (actAs.firstParty !== credentialAbn) throw event('E2180', 'first-party-is-not-the-credential');
  const known = REGISTERED.some(
    (one) =>
      one.firstParty === actAs.firstParty &&
      one.secondParty === actAs.secondParty &&
      one.softwareId === actAs.softwareId,
  );
  if (!known) throw event('E2180', 'no-such-relationship');
  return actAs.secondParty;
}
