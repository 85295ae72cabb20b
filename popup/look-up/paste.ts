import type { StudentDraft } from '../../src/messages/index.ts';
import { readLine } from '../../src/students/line.ts';
import { formatDate } from '../../src/usi/rules/index.ts';
import { EMPTY_DRAFT } from './draft.ts';

/**
 * The draft with a pasted line read into it, or null when the text is not a whole line but what one field holds.
 * A line tells of itself by a USI or a date of birth together with anything else. One with a USI is a student of
 * its own: nothing of the student before stays. @param now milliseconds since 1970
 */
export function draftFromLine(draft: StudentDraft, text: string, now: number): StudentDraft | null {
  const line = readLine(text, now);
  const isLine = Object.keys(line).length >= 2 && (line.usi !== undefined || line.dateOfBirth !== undefined);
  if (!isLine) return null;
  const { dateOfBirth, ...rest } = line;
  return {
    ...(line.usi === undefined ? draft : EMPTY_DRAFT),
    ...rest,
    ...(dateOfBirth === undefined ? {} : { dateOfBirth: formatDate(dateOfBirth) }),
    hasSingleName: line.singleName !== undefined,
  };
}
