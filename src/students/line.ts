import { normaliseUsi } from '../usi/number.ts';
import { type Checked, checkDateOfBirth } from '../usi/rules/index.ts';
import { findDates } from './line/find-dates.ts';
import { findUsis } from './line/find-usis.ts';
import { type Names, readNames } from './line/names.ts';

/** What a pasted line says of a student; a field that it does not say clearly is left out. */
export interface StudentInLine extends Names {
  readonly usi?: string;
  /** yyyy-mm-dd */
  readonly dateOfBirth?: string;
}

/** Words before a value that say no more than its form does; other labels keep their colon and are not understood. */
const VALUE_LABELS = /\b(?:usi(?: number| no\.?)?|dob|d\.o\.b\.?|date of birth) ?[:=]/gi;
const NAME_LABEL = /(?<=(?:^|[;\t\n])\s*)(?:student )?name ?[:=]/gi;
const TIME_OF_DAY = /\b\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?/gi;

/** A row of a student system with all its columns is shorter, and what is longer would take seconds to search. */
const LONGEST_LINE_CHARACTERS = 2_000;

/** What is put where something was taken out: it ends a cell, so that its neighbours do not grow together. */
const GAP = ';';

/**
 * Reads a line that was pasted whole: "BNGH7C75FN Maryam Fredrick 25/05/1966", cells of a table (tabs), comma forms
 * ("Fredrick, Maryam"). The USI may stand anywhere and need not pass its check; the form says so then.
 * Two USIs or two dates say nothing clearly, nor does a name of three words without a mark, nor a text of many lines.
 * `now` is milliseconds since 1970, to tell dates of birth.
 */
export function readLine(text: string, now: number): StudentInLine {
  if (text.length > LONGEST_LINE_CHARACTERS) return {};
  const labelled = text.replace(VALUE_LABELS, GAP);
  const usis = findUsis(labelled);
  const withoutUsi = without(labelled, usis);
  const dates = findDates(withoutUsi).filter((date) => checkDateOfBirth(date, now).ok);
  const rest = without(withoutUsi, dates).replace(TIME_OF_DAY, GAP).replace(NAME_LABEL, GAP);

  const usi = only(usis.map(normaliseUsi));
  const date = only(dates.map((found) => acceptedValue(checkDateOfBirth(found, now))));
  if (usi === undefined && usis.length > 0) return {};
  return {
    ...(usi === undefined ? {} : { usi }),
    ...readNames(rest, usi !== undefined),
    ...(date === undefined ? {} : { dateOfBirth: date }),
  };
}

function without(text: string, founds: readonly string[]): string {
  return founds.reduce((rest, found) => rest.replace(found, GAP), text);
}

function acceptedValue(checked: Checked): string {
  return checked.ok ? checked.value : '';
}

/** The value if all are the same one. */
function only(values: readonly string[]): string | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}
