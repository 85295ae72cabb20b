/**
 * The USI Registry, version 5. One file an operation, written on operation.ts.
 *
 *   number.ts    the USI and its check character
 *   rules/       what every field may hold
 *   verify.ts    VerifyUSI
 *   verdict.ts   what its answer means
 *   faults.ts    what its refusals mean
 */
export { checkUsi, type UsiCheck } from './number.ts';
export type { Caller } from './operation.ts';
export type { QueryDraft, VerifyQuery } from './rules/index.ts';
export type { ComparedField, Flags, Verification } from './verdict.ts';
export { verifyUsi } from './verify.ts';
