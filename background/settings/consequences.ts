import type { Settings } from '../../src/messages/index.ts';
import type { SettingsChange } from './store.ts';

/** What a change of settings takes with it. */
export interface Consequences {
  /** The credential that is unlocked, or just being unlocked, is not the one that is chosen now. */
  readonly lock: boolean;
  /** The token is for other services than those chosen now. */
  readonly dropToken: boolean;
  /** A verdict of one environment would be misread under the banner of the other. */
  readonly forgetLookUp: boolean;
}

/** @param unlockedId id of the credential that is unlocked, or null */
export function consequencesOf({ before, after }: SettingsChange, unlockedId: string | null): Consequences {
  const changed = (name: keyof Settings) => before[name] !== after[name];
  const otherCredential = after.credentialId !== null && after.credentialId !== unlockedId;
  return {
    lock: changed('keystorePath') || (changed('credentialId') && otherCredential),
    dropToken: changed('environment') || changed('stsProfile'),
    forgetLookUp: changed('environment'),
  };
}
