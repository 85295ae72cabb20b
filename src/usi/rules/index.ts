/**
 * What each field of a request may hold, after the Registry's schema (protocol dossier f).
 * Forms and the core judge by the same rules. The number itself is in ../number.ts.
 */
export type { Checked } from './checked.ts';
export { checkDateOfBirth, formatDate } from './date.ts';
export { checkName, type NameField } from './name.ts';
export { checkOrgCode } from './org-code.ts';
export { checkQuery, type QueryCheck, type QueryDraft, type QueryField, type VerifyQuery } from './query.ts';
