import { checkName, type NameField } from '../../usi/rules/index.ts';

export interface Names {
  readonly firstName?: string;
  readonly familyName?: string;
  readonly singleName?: string;
}

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr)\.?\s+/i;
const GENDER = /^(?:[mfx]|male|female)$/i;

/** Words that begin a family name of several words. */
const PARTICLES = new Set('al bin da de del della den der di do dos du el la le st van von'.split(' '));

/** A comma followed by a space ends no cell: it could as well be the comma of "Fredrick, Maryam". */
const CELL_ENDS = /[\t\r\n;|]+|,(?! )/;

/**
 * The names in what is left of a line when USI and date are out. Family name first only if a comma marks it or
 * capitals do; a single name only if `aloneIsEnough`, that is, if the line surely is about a student.
 */
export function readNames(text: string, aloneIsEnough: boolean): Names {
  const cells = text
    .split(CELL_ENDS)
    .map((cell) => cell.replace(/"/g, ' ').trim().replace(TITLE, ''))
    .filter((cell) => /\p{L}/u.test(cell) && !GENDER.test(cell) && !/[\d@]/.test(cell));
  if (cells.some((cell) => /[:=]/.test(cell))) return {};
  const [first, second] = cells;
  if (first === undefined || cells.length > 2) return {};
  if (second === undefined) return oneCell(first, aloneIsEnough);
  return [first, second].some((cell) => cell.includes(',')) ? {} : pair(first, second);
}

function oneCell(cell: string, aloneIsEnough: boolean): Names {
  if (cell.includes(',')) {
    const [family, given, ...more] = cell.split(',');
    return family && given && more.length === 0 ? pair(given, family) : {};
  }
  const words = cell.split(/\s+/);
  const [first, second = ''] = words;
  if (first === undefined) return {};
  if (words.length === 1) return aloneIsEnough ? named({ singleName: first }) : {};
  const capitals = words.filter(isCapitals);
  if (capitals.length === 1 && isCapitals(first)) return pair(words.slice(1).join(' '), first);
  if (words.length === 2 || PARTICLES.has(second.toLowerCase())) return pair(first, words.slice(1).join(' '));
  return {};
}

function isCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}

function pair(firstName: string, familyName: string): Names {
  return named({ firstName: firstName.trim().replace(TITLE, ''), familyName });
}

/** All of the names, in the rules' form, or none of them. */
function named(names: Names): Names {
  const checked = Object.entries(names).map(
    ([field, text]) => [field, checkName(field as NameField, text)] as const,
  );
  if (checked.some(([, name]) => !name.ok)) return {};
  return Object.fromEntries(checked.map(([field, name]) => [field, name.ok ? name.value : '']));
}
