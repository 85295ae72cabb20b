/** Everything that might be a date; the rules decide. A number inside a longer number is none. */
const DATE = new RegExp(
  [
    String.raw`\d{1,4} ?[/.-] ?\d{1,2} ?[/.-] ?\d{1,4}`,
    String.raw`\d{1,2} \d{1,2} \d{4}`,
    String.raw`\d{1,2}(?:st|nd|rd|th)?[ .-]{0,2}(?:MONTH)[a-z]*[ .,-]{0,2}\d{2,4}`,
    String.raw`(?:MONTH)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}`,
    String.raw`\d{8}`,
  ]
    .map((form) => String.raw`(?<![\p{L}\p{N}])${form}(?![\p{L}\p{N}])`)
    .join('|')
    .replaceAll('MONTH', 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'),
  'giu',
);

/** The pieces of a text that might be dates, as they stand. */
export function findDates(text: string): string[] {
  return [...text.matchAll(DATE)].map(([found]) => found);
}
