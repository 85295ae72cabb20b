/**
 * The Security Token Service: gets a token with the machine credential. Start with issue.ts.
 *
 *   rst.ts, act-as.ts   the request
 *   rstr.ts, faults.ts  the answer, good or bad
 *   token-source.ts     one token for many callers, renewed in time
 */
export type { ActingFor } from './act-as.ts';
export { issueToken } from './issue.ts';
export { type TokenSource, tokenSource, withFreshToken } from './token-source.ts';
