import type { LookUp, VerifyQuery } from '../../src/messages/index.ts';
import type { Words } from '../../src/ui/index.ts';
import { formatDateOfBirth } from '../student-words.ts';

/** What to try or to ask, for the outcomes that need it; most likely first. */
export function tipsFor(words: Words, lookUp: Extract<LookUp, { state: 'answered' }>): string[] {
  const { query, verification } = lookUp;
  if (verification.verdict === 'not-found') return [words('tipNotFound'), words('tipNotFoundStudent')];
  if (verification.verdict === 'deactivated') return [words('tipDeactivated')];

  const differs = new Set(verification.differs);
  const tips: string[] = [];
  if (differs.has('firstName') && differs.has('familyName')) tips.push(words('tipBothNames'));
  else if (differs.has('firstName')) tips.push(words('tipFirstName'));
  else if (differs.has('familyName')) tips.push(words('tipFamilyName'));
  if (differs.has('singleName')) tips.push(words('tipSingleName'));
  if (differs.has('dateOfBirth')) tips.push(dateTip(words, query));
  if (differs.size > 0) tips.push(words('tipNeverChange'));
  return tips;
}

/** Names the date that it would be with day and month swapped, when there is one. */
function dateTip(words: Words, { dateOfBirth }: VerifyQuery): string {
  const [year, month, day] = dateOfBirth.split('-');
  if (year === undefined || month === undefined || day === undefined) return words('tipDate');
  const canBeSwapped = Number(day) <= 12 && day !== month;
  return canBeSwapped
    ? words('tipDateSwapped', { swapped: formatDateOfBirth(`${year}-${day}-${month}`) })
    : words('tipDate');
}
