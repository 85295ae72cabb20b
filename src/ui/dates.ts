/** The people who read these dates are in Australia, whatever language their browser speaks. */
const LOCALE = 'en-AU';

const DAY = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric' });
const DAY_AND_TIME = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const NUMERIC = new Intl.DateTimeFormat(LOCALE, {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `25 May 2027`, in local time. @param moment ISO 8601 or milliseconds since 1970 */
export function formatDay(moment: string | number): string {
  return DAY.format(new Date(moment));
}

/** `21 Nov 2026, 14:03`, in local time. @param moment ISO 8601 or milliseconds since 1970 */
export function formatDayAndTime(moment: string | number): string {
  return DAY_AND_TIME.format(new Date(moment));
}

/** `21/11/2026, 14:03`, in local time, for notes in other systems. @param moment milliseconds since 1970 */
export function formatNumericTime(moment: number): string {
  return NUMERIC.format(new Date(moment));
}
