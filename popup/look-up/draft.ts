import type { StudentDraft, VerifyQuery } from '../../src/messages/index.ts';
import { checkName, checkQuery, formatDate, type QueryCheck } from '../../src/usi/rules/index.ts';

export const EMPTY_DRAFT: StudentDraft = {
  usi: '',
  firstName: '',
  familyName: '',
  singleName: '',
  dateOfBirth: '',
  hasSingleName: false,
};

/** Whether anything was typed. */
export function isStarted({ hasSingleName, ...texts }: StudentDraft): boolean {
  return hasSingleName || Object.values(texts).some((text) => text !== '');
}

/** A query as it would have been typed, to be edited. */
export function draftOf(query: VerifyQuery): StudentDraft {
  const common = { ...EMPTY_DRAFT, usi: query.usi, dateOfBirth: formatDate(query.dateOfBirth) };
  return 'singleName' in query
    ? { ...common, singleName: query.singleName, hasSingleName: true }
    : { ...common, firstName: query.firstName, familyName: query.familyName };
}

/** Judges what the form shows: of the names, those of the switch's side only. @param now milliseconds since 1970 */
export function judgeDraft(draft: StudentDraft, now: number): QueryCheck {
  const { usi, firstName, familyName, singleName, dateOfBirth } = draft;
  if (!draft.hasSingleName) return checkQuery({ usi, firstName, familyName, dateOfBirth }, now);

  const check = checkQuery({ usi, singleName, dateOfBirth }, now);
  const name = checkName('singleName', singleName);
  if (check.ok || name.ok) return check;
  const { firstName: _first, familyName: _family, ...others } = check.problems;
  return { ok: false, problems: { ...others, singleName: name.problem } };
}

/** Turns the switch. A lone name already typed moves to the single name; nothing typed is thrown away. */
export function switchSingleName(draft: StudentDraft, hasSingleName: boolean): StudentDraft {
  const typed = [draft.firstName, draft.familyName].filter((name) => name.trim() !== '');
  const lone = typed.length === 1 ? typed[0] : undefined;
  const singleName = hasSingleName && draft.singleName === '' && lone ? lone : draft.singleName;
  return { ...draft, hasSingleName, singleName };
}
