import { checkUsi } from '../../usi/number.ts';

/** A word of ten letters and digits, hyphens aside, as it stands in the text. */
const TEN_CHARACTERS = /(?<![\p{L}\p{N}-])(?:[A-Za-z0-9]-?){9}[A-Za-z0-9](?![\p{L}\p{N}-])/gu;

/** A whole cell of a table that holds spaces, such as "BNGH 7C75 FN". */
const SPACED_CELL = /(?<=^|\t)[A-Za-z0-9]{2,5}(?: [A-Za-z0-9]{2,5}){1,4}(?=\t|$)/gm;

/**
 * The USIs in a text. A word with letters and digits is one even if a character of it is wrong; a word of letters
 * alone only if it is written in capitals and passes the check, for a name may have ten letters too.
 * Where some are right, the others are numbers of another kind.
 */
export function findUsis(text: string): string[] {
  const words = [...text.matchAll(TEN_CHARACTERS)].map(([found]) => found).filter(looksLikeUsi);
  const cells = [...text.matchAll(SPACED_CELL)].map(([found]) => found).filter(passes);
  const found = words.length > 0 ? words : cells;
  return found.some(passes) ? found.filter(passes) : found;
}

function looksLikeUsi(word: string): boolean {
  return /\d/.test(word) ? /[A-Za-z]/.test(word) : passes(word);
}

function passes(text: string): boolean {
  return (/\d/.test(text) || text === text.toUpperCase()) && checkUsi(text).ok;
}
