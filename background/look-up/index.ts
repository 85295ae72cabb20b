/** The clerk’s work: asking (ask.ts), the last look-up (look-ups.ts), what is typed (draft.ts), their shapes (record.ts). */
export { askRegistry, requireReady } from './ask.ts';
export { Draft } from './draft.ts';
export { LookUps } from './look-ups.ts';
export { STUDENT_DRAFT, VERIFY_QUERY } from './record.ts';
