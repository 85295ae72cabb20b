/** Problems: every failure we can name. Start with codes.ts, the list. */
export { PROBLEM_GROUPS, PROBLEMS, type ProblemCode } from './codes.ts';
export type { ProblemEntry } from './entry.ts';
export { Problem, type ProblemParams, type ProblemValue } from './problem.ts';
export { mayRetry } from './retry.ts';
