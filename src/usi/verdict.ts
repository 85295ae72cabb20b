import { Problem } from '../problems/index.ts';

/** The Registry's words for a USI: Valid is usable, Deactivated was replaced, Invalid does not exist (dossier f). */
export const STATUSES = ['Valid', 'Invalid', 'Deactivated'] as const;
export type Status = (typeof STATUSES)[number];

/** Its words for a compared field (MatchResultType). */
export const MATCHES = ['Match', 'NoMatch'] as const;
export type Match = (typeof MATCHES)[number];

/** The fields that the Registry compares, in the order of its schema, which is how people read them too. */
export const COMPARED_FIELDS = ['firstName', 'familyName', 'singleName', 'dateOfBirth'] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];
export type Flags = { readonly [Field in ComparedField]?: Match };

/** The Registry's answer about one student. */
export interface Verification {
  readonly status: Status;
  readonly verdict: 'verified' | 'differs' | 'deactivated' | 'not-found';
  /** The fields that differ; empty unless the verdict is `differs`. */
  readonly differs: readonly ComparedField[];
  /** The Registry's word for each compared field. */
  readonly flags: Flags;
}

/**
 * Judges an answer. `sent` are the fields of the request. Where the status is not Valid, a missing flag counts as
 * NoMatch (dossier f). Where it is Valid, nothing is concluded from an answer that leaves out a field that was sent, or
 * judges one that was not: it may belong to another question.
 * @throws Problem REGISTRY_ANSWER_UNEXPECTED for that
 */
export function judge(status: Status, returned: Flags, sent: readonly ComparedField[]): Verification {
  if (status !== 'Valid') {
    const flags = Object.fromEntries(sent.map((field) => [field, returned[field] ?? 'NoMatch']));
    return { status, verdict: status === 'Invalid' ? 'not-found' : 'deactivated', differs: [], flags };
  }
  const missing = sent.find((field) => returned[field] === undefined);
  if (missing !== undefined) throw new Problem('REGISTRY_ANSWER_UNEXPECTED', { part: `no ${missing}` });
  const unasked = COMPARED_FIELDS.find((field) => returned[field] !== undefined && !sent.includes(field));
  if (unasked !== undefined) throw new Problem('REGISTRY_ANSWER_UNEXPECTED', { part: unasked });
  const differs = COMPARED_FIELDS.filter((field) => returned[field] === 'NoMatch');
  return { status, verdict: differs.length === 0 ? 'verified' : 'differs', differs, flags: returned };
}
