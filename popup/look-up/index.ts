/** Parts of the look-up form: the draft and how it is kept, judging while typing, pasting a line, the fields. */

export { DateOfBirthField } from './DateOfBirthField.tsx';
export { draftOf, EMPTY_DRAFT, isStarted, judgeDraft, switchSingleName } from './draft.ts';
export { NameField } from './NameField.tsx';
export { draftFromLine } from './paste.ts';
export { UsiField } from './UsiField.tsx';
export { useDraft } from './use-draft.ts';
export { usiProgress } from './usi-progress.ts';
