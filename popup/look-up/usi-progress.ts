import type { ProblemValue } from '../../src/problems/index.ts';
import { checkUsi, normaliseUsi } from '../../src/usi/number.ts';

/** Characters of a whole USI (USIType, protocol dossier f). */
export const USI_LENGTH = 10;

/** How far a USI that is being typed has come. A number that is merely unfinished is no problem yet. */
export type UsiProgress =
  | { readonly state: 'typing'; readonly length: number }
  | { readonly state: 'fits' }
  | { readonly state: 'wrong'; readonly length: number; readonly problem: ProblemValue };

/** Judges a USI at every keystroke. */
export function usiProgress(text: string): UsiProgress {
  const { length } = normaliseUsi(text);
  const check = checkUsi(text);
  if (check.ok) return { state: 'fits' };
  const { code } = check.problem;
  const unfinished = code === 'USI_EMPTY' || (code === 'USI_LENGTH' && length < USI_LENGTH);
  return unfinished
    ? { state: 'typing', length }
    : { state: 'wrong', length, problem: check.problem.toValue() };
}
