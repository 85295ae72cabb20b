import type { CredentialSummary } from '../../src/keystore/index.ts';
import { finite, members, type Shape, text } from '../shape.ts';
import type { Sealed } from './sealing.ts';

/** The names of what a session leaves in storage.session. */
export const SESSION_KEYS = {
  record: 'session',
  /** Counts unlockings and lockings; a record of another generation is not to be opened. */
  generation: 'session-generation',
  lastSeenAt: 'session-last-seen-at',
  token: 'token',
} as const;

/** The memory half of an unlocked credential. The other half, the wrapping key, lies in IndexedDB. */
export interface SessionRecord {
  readonly generation: number;
  /** Milliseconds since 1970, by the computer's own clock. */
  readonly unlockedAt: number;
  readonly deadline: number;
  readonly credential: CredentialSummary;
  /** The private key, PKCS#8. */
  readonly key: Sealed;
}

/** Far above any real value; only a garbled record comes near. */
const LONGEST_TEXT = 64 * 1024;
const anyText = text(LONGEST_TEXT);

export const SEALED: Shape<Sealed> = members<Sealed>({ iv: anyText, ciphertext: anyText });

export const SESSION_RECORD: Shape<SessionRecord> = members<SessionRecord>({
  generation: finite,
  unlockedAt: finite,
  deadline: finite,
  credential: members<CredentialSummary>({
    id: anyText,
    abn: anyText,
    name: anyText,
    legalName: anyText,
    type: anyText,
    serialNumber: anyText,
    validFrom: anyText,
    validTo: anyText,
    issuer: anyText,
    fingerprint: anyText,
    certificate: anyText,
  }),
  key: SEALED,
});

/** What a sealed key is bound to: with any of these changed, it does not open. */
export function bindingOf(
  record: Pick<SessionRecord, 'generation' | 'deadline'>,
  credentialId: string,
): string {
  return JSON.stringify([record.generation, credentialId, record.deadline]);
}
