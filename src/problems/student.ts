import type { ProblemEntry } from './entry.ts';

/** What a clerk typed, judged before any call. The rules are those of the Registry’s schema (protocol dossier f, h). */
export const STUDENT = {
  USI_EMPTY: {
    what: 'No USI was entered.',
    next: 'Enter the ten characters of the USI.',
    from: 'form',
  },
  USI_LENGTH: {
    what: 'A USI has ten characters; this has {length}.',
    next: 'Compare it with the student’s own record.',
    from: 'form',
  },
  USI_CHARACTERS: {
    what: 'A USI never holds “{character}” (character {position}).',
    next: '0, 1, I and O are never used: look for a letter or digit that resembles them.',
    from: 'form',
  },
  USI_CHECK_CHARACTER: {
    what: 'The last character does not fit the others, so at least one character is wrong.',
    next: 'Compare it with the student’s own record.',
    from: 'form',
  },
  NAME_MISSING: {
    what: 'The {field} is missing.',
    next: 'Enter it, or say that the student has a single name.',
    from: 'form',
  },
  NAME_TOO_LONG: {
    what: 'The {field} is longer than {limit} characters.',
    next: 'Enter it as it stands on the USI account.',
    from: 'form',
  },
  NAME_CHARACTERS: {
    what: 'The {field} holds a character that cannot be sent.',
    next: 'Type the name instead of pasting it.',
    from: 'form',
  },
  NAME_CHOICE: {
    what: 'Both a single name and a first or family name were given.',
    next: 'Give either the single name, or first and family name.',
    from: 'form',
  },
  DATE_MISSING: {
    what: 'The date of birth is missing.',
    next: 'Enter it as day, month, year.',
    from: 'form',
  },
  DATE_MALFORMED: {
    what: 'The date of birth is not a date.',
    next: 'Enter it as dd/mm/yyyy.',
    from: 'form',
  },
  DATE_IN_FUTURE: {
    what: 'The date of birth lies in the future.',
    next: 'Check day, month and year.',
    from: 'form',
  },
} satisfies Record<string, ProblemEntry>;
