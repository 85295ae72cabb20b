import { Problem } from '../../problems/index.ts';
import { checkUsi } from '../number.ts';
import { checkDateOfBirth } from './date.ts';
import { checkName, type NameField } from './name.ts';

/** What identifies a student in a VerifyUSI: first and family name, or the only name of a person with one. */
export type VerifyQuery =
  | {
      readonly usi: string;
      readonly firstName: string;
      readonly familyName: string;
      /** yyyy-mm-dd */
      readonly dateOfBirth: string;
    }
  | { readonly usi: string; readonly singleName: string; readonly dateOfBirth: string };

export type QueryField = 'usi' | 'firstName' | 'familyName' | 'singleName' | 'dateOfBirth';

/** A student as typed, pasted or read from a page; absent and empty mean the same. */
export type QueryDraft = { readonly [Field in QueryField]?: string };

export type QueryCheck =
  | { readonly ok: true; readonly query: VerifyQuery }
  | { readonly ok: false; readonly problems: { readonly [Field in QueryField]?: Problem } };

/**
 * Judges all fields at once, so that a form can mark each. A draft with a single name needs no other name
 * and may have none (NAME_CHOICE). `now` is milliseconds since 1970, to know a date of birth in the future.
 */
export function checkQuery(draft: QueryDraft, now: number): QueryCheck {
  const problems: { [Field in QueryField]?: Problem } = {};
  const usi = checkUsi(draft.usi ?? '');
  if (!usi.ok) problems.usi = usi.problem;
  const date = checkDateOfBirth(draft.dateOfBirth ?? '', now);
  if (!date.ok) problems.dateOfBirth = date.problem;

  const name = (field: NameField & QueryField): string => {
    const checked = checkName(field, draft[field] ?? '');
    if (checked.ok) return checked.value;
    problems[field] = checked.problem;
    return '';
  };
  const names = isGiven(draft.singleName)
    ? { singleName: name('singleName') }
    : { firstName: name('firstName'), familyName: name('familyName') };
  if ('singleName' in names && (isGiven(draft.firstName) || isGiven(draft.familyName))) {
    problems.singleName = new Problem('NAME_CHOICE');
  }

  if (!usi.ok || !date.ok || Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, query: { usi: usi.usi, ...names, dateOfBirth: date.value } };
}

function isGiven(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}
