import type { VerificationView } from '../../src/messages/index.ts';
import type { WordKey, Words } from '../../src/ui/index.ts';
import { FIELD_NAMES } from '../student-words.ts';

const HEADLINES: Readonly<Record<VerificationView['verdict'], WordKey>> = {
  verified: 'verdictVerified',
  differs: 'verdictDiffers',
  deactivated: 'verdictDeactivated',
  'not-found': 'verdictNotFound',
};

const LIST = new Intl.ListFormat('en-AU', { type: 'conjunction' });

export interface VerdictWords {
  readonly headline: string;
  /** `family name and date of birth differ`; empty when no field does. */
  readonly differing: string;
}

/** A verdict in words. */
export function verdictWords(words: Words, { verdict, differs }: VerificationView): VerdictWords {
  const fields = LIST.format(differs.map((field) => words(FIELD_NAMES[field])));
  const key = differs.length === 1 ? 'fieldDiffers' : 'fieldsDiffer';
  return {
    headline: words(HEADLINES[verdict]),
    differing: differs.length === 0 ? '' : words(key, { fields }),
  };
}
