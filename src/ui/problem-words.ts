import type { ProblemValue } from '../problems/index.ts';
import { formatDay } from './dates.ts';
import { fill } from './words.ts';

/** A problem in words: what happened, what to do next, and the service's own code and words, verbatim. */
export interface ProblemWords {
  readonly what: string;
  readonly next: string;
  readonly serviceCode: string | null;
  readonly serviceWords: string | null;
}

/**
 * The build copies the words of `src/problems` into `_locales` as `problem_CODE_what` and `problem_CODE_next`.
 * Params that are ISO times are shown as days.
 */
export function problemWords(message: (key: string) => string, problem: ProblemValue): ProblemWords {
  const params = Object.fromEntries(
    Object.entries(problem.params).map(([name, value]) => [
      name,
      isIsoTime(value) ? formatDay(value) : value,
    ]),
  );
  return {
    what: fill(message(`problem_${problem.code}_what`), params),
    next: fill(message(`problem_${problem.code}_next`), params),
    serviceCode: problem.params.serviceCode ?? null,
    serviceWords: problem.params.serviceWords ?? null,
  };
}

function isIsoTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text);
}
