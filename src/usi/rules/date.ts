import { accept, type Checked, refuse } from './checked.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Nobody alive was born before; such a year is a slip. */
const EARLIEST_YEAR = 1900;

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** The forms people paste. Day before month, as in Australia, unless the year comes first or the month is a word. */
const FORMS = [
  /^(?<day>\d{1,2})(?<separator>[/.\- ])(?<month>\d{1,2})\k<separator>(?<year>\d{4}|\d{2})$/,
  /^(?<year>\d{4})(?<separator>[/.\- ])(?<month>\d{1,2})\k<separator>(?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?[/.\- ]?(?<month>[a-z]{3,9})\.?,?[/.\- ]?(?<year>\d{4}|\d{2})$/,
  /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/,
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
];

/**
 * Judges a date of birth in any common form; the value is yyyy-mm-dd.
 * Two digits of a year mean the latest year that is not in the future.
 * `now` is milliseconds since 1970; today is the day this computer is in then.
 * A problem is one of DATE_MISSING, DATE_MALFORMED, DATE_IN_FUTURE.
 */
export function checkDateOfBirth(text: string, now: number): Checked {
  const given = text
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?([/.-]) ?/g, '$1')
    .trim();
  if (given === '') return refuse('DATE_MISSING');
  const today = isoDate(new Date(now));
  const [date] = FORMS.flatMap((form) => read(form, given, today));
  if (date === undefined) return refuse('DATE_MALFORMED');
  return date > today ? refuse('DATE_IN_FUTURE') : accept(date);
}

/** A yyyy-mm-dd as people here read it: dd/mm/yyyy. */
export function formatDate(iso: string): string {
  return iso.split('-').reverse().join('/');
}

/** The date in yyyy-mm-dd, in a list; empty if the text has another form or names no day of the calendar. */
function read(form: RegExp, text: string, today: string): string[] {
  const parts = form.exec(text)?.groups as Parts | undefined;
  if (parts === undefined) return [];
  const year = fullYear(parts, today);
  const month = monthNumber(parts.month);
  const day = Number(parts.day);
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= EARLIEST_YEAR ? [date.toISOString().slice(0, 10)] : [];
}

/** 0 if it is no month: no date then exists. */
function monthNumber(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const isShort = text.length === 3 || text === 'sept';
  return 1 + MONTHS.findIndex((month) => month === text || (isShort && month.startsWith(text)));
}

function fullYear({ year, month, day }: Parts, today: string): number {
  if (year.length === 4) return Number(year);
  const century = today.slice(0, 2);
  const inThisCentury = `${century}${year}-${String(monthNumber(month)).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number(`${century}${year}`) - (inThisCentury > today ? 100 : 0);
}

function isoDate(date: Date): string {
  const digits = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${digits(date.getMonth() + 1)}-${digits(date.getDate())}`;
}
