import type { ComparedField, VerifyQuery } from '../src/messages/index.ts';
import type { WordKey } from '../src/ui/index.ts';

/** A field as a label: `Family name`. */
export const FIELD_LABELS: Readonly<Record<ComparedField, WordKey>> = {
  firstName: 'fieldFirstName',
  familyName: 'fieldFamilyName',
  singleName: 'fieldSingleName',
  dateOfBirth: 'fieldDateOfBirth',
};

/** A field within a sentence: `family name`. */
export const FIELD_NAMES: Readonly<Record<ComparedField, WordKey>> = {
  firstName: 'nameOfFirstName',
  familyName: 'nameOfFamilyName',
  singleName: 'nameOfSingleName',
  dateOfBirth: 'nameOfDateOfBirth',
};

/** The fields that the Registry compares for this query, in reading order. */
export function comparedFields(query: VerifyQuery): ComparedField[] {
  return 'singleName' in query ? ['singleName', 'dateOfBirth'] : ['firstName', 'familyName', 'dateOfBirth'];
}

/** `Maryam Fredrick`, or the single name. */
export function studentName(query: VerifyQuery): string {
  return 'singleName' in query ? query.singleName : `${query.firstName} ${query.familyName}`;
}

/** What was sent for a field, as a person reads it. */
export function sentValue(query: VerifyQuery, field: ComparedField): string {
  if (field === 'dateOfBirth') return formatDateOfBirth(query.dateOfBirth);
  return Object.entries(query).find(([name]) => name === field)?.[1] ?? '';
}

// A date of birth is a day of the calendar, in no time zone.
const MONTH_IN_WORDS = new Intl.DateTimeFormat('en-AU', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A yyyy-mm-dd so that nobody can swap day and month: `25 May 1966`. */
export function formatDateOfBirth(iso: string): string {
  return MONTH_IN_WORDS.format(new Date(`${iso}T00:00:00Z`));
}
