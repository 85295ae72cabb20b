import { Problem } from '../problems/index.ts';

/** The 32 characters of a USI in the order of their code points; 0, 1, I and O are left out (protocol dossier h). */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 10;

export type UsiCheck =
  | { readonly ok: true; readonly usi: string }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Judges a USI as typed or pasted: characters, length and check character. It need not exist.
 * A problem is one of USI_EMPTY, USI_CHARACTERS (with the first wrong `character` and its `position`, from 1),
 * USI_LENGTH (with `length`), USI_CHECK_CHARACTER.
 */
export function checkUsi(text: string): UsiCheck {
  const usi = normaliseUsi(text);
  const wrong = [...usi].findIndex((character) => !ALPHABET.includes(character));
  if (usi === '') return refuse('USI_EMPTY');
  if (wrong >= 0) {
    return refuse('USI_CHARACTERS', { character: [...usi][wrong] ?? '', position: String(wrong + 1) });
  }
  if (usi.length !== LENGTH) return refuse('USI_LENGTH', { length: String(usi.length) });
  if (checkCharacter(usi.slice(0, -1)) !== usi.at(-1)) return refuse('USI_CHECK_CHARACTER');
  return { ok: true, usi };
}

/** Takes out what pasting brings in: white space, invisible characters, hyphens and dashes; capitals throughout. */
export function normaliseUsi(text: string): string {
  return text.replace(/[\s\p{Cf}\p{Pd}]/gu, '').replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** The check character of the nine before it: Luhn mod N with N = 32 (protocol dossier h). */
function checkCharacter(payload: string): string {
  const base = ALPHABET.length;
  let sum = 0;
  for (let index = 0; index < payload.length; index++) {
    const fromRight = payload.length - 1 - index;
    const product = ALPHABET.indexOf(payload.charAt(index)) * (fromRight % 2 === 0 ? 2 : 1);
    sum += Math.floor(product / base) + (product % base);
  }
  return ALPHABET.charAt((base - (sum % base)) % base);
}

function refuse(...problem: ConstructorParameters<typeof Problem>): UsiCheck {
  return { ok: false, problem: new Problem(...problem) };
}
