import type { LookUp, StudentDraft, VerifyQuery } from '../../src/messages/index.ts';
import { either, members, type Shape, text, truth } from '../shape.ts';

/** Ten times the longest name of the Registry (40, protocol dossier f), so that any slip of the clipboard still fits. */
const fieldText = text(400);

export const VERIFY_QUERY: Shape<VerifyQuery> = either(
  members<Extract<VerifyQuery, { firstName: string }>>({
    usi: fieldText,
    firstName: fieldText,
    familyName: fieldText,
    dateOfBirth: fieldText,
  }),
  members<Extract<VerifyQuery, { singleName: string }>>({
    usi: fieldText,
    singleName: fieldText,
    dateOfBirth: fieldText,
  }),
);

export const STUDENT_DRAFT: Shape<StudentDraft> = members<StudentDraft>({
  usi: fieldText,
  firstName: fieldText,
  familyName: fieldText,
  singleName: fieldText,
  dateOfBirth: fieldText,
  hasSingleName: truth,
});

/** Whether two questions ask the same, member by member. */
export function sameQuery(one: VerifyQuery, other: VerifyQuery): boolean {
  const members = Object.entries(one);
  return (
    members.length === Object.keys(other).length &&
    members.every(([name, value]) =>
      Object.entries(other).some(([its, has]) => its === name && has === value),
    )
  );
}

/** Whether storage.session still holds a look-up. Only this room writes it, so its state tells the rest. */
export function isLookUp(value: unknown): value is LookUp {
  if (typeof value !== 'object' || value === null || !('state' in value)) return false;
  return value.state === 'running' || value.state === 'answered' || value.state === 'failed';
}
