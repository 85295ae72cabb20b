import { accept, type Checked, refuse } from './checked.ts';

/** The names a request can hold, with the words for them and the longest that the schema allows (protocol dossier f). */
const NAMES = {
  firstName: { words: 'first name', longest: 40 },
  middleName: { words: 'middle name', longest: 80 },
  familyName: { words: 'family name', longest: 40 },
  singleName: { words: 'single name', longest: 40 },
} as const;

export type NameField = keyof typeof NAMES;

/** Control characters, halves of characters, and what a wrong encoding leaves; none is ever part of a name. */
const NEVER_IN_A_NAME = /[\p{Cc}\p{Cs}\u{FFFD}-\u{FFFF}]/u;

/** What pasting brings in and nobody sees: soft hyphens, zero-width spaces, marks of direction. Joiners carry meaning. */
const INVISIBLE = /[\u{AD}\u{200B}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}-\u{206F}\u{FEFF}]/gu;

/**
 * Judges a name. In the value, invisible characters are gone, letters and their accents are one character where
 * Unicode has it (NFC), white space is reduced to single spaces; otherwise it is as given.
 * A problem is one of NAME_MISSING, NAME_TOO_LONG, NAME_CHARACTERS. The schema itself would let an empty name pass.
 */
export function checkName(field: NameField, text: string): Checked {
  const { words, longest } = NAMES[field];
  const name = text.replace(INVISIBLE, '').normalize('NFC').replace(/\s+/g, ' ').trim();
  if (name === '') return refuse('NAME_MISSING', { field: words });
  if (NEVER_IN_A_NAME.test(name)) return refuse('NAME_CHARACTERS', { field: words });
  if ([...name].length > longest) return refuse('NAME_TOO_LONG', { field: words, limit: String(longest) });
  return accept(name);
}
