import type { EnvironmentName, LookUp } from '../../src/messages/index.ts';
import { formatNumericTime, type Words } from '../../src/ui/index.ts';
import { formatDate } from '../../src/usi/rules/index.ts';
import { studentName } from '../student-words.ts';
import { verdictWords } from './verdict-words.ts';

/**
 * One line for a note in another system: `USI BNGH7C75FN, Maryam Fredrick, 25/05/1966: Verified
 * (Registry status: Valid). Checked 21/11/2026, 14:03, OrgCode VA1803.`
 */
export function copyText(
  words: Words,
  lookUp: Extract<LookUp, { state: 'answered' }>,
  environment: EnvironmentName,
  orgCode: string,
): string {
  const { query, verification, finishedAt } = lookUp;
  const { headline, differing } = verdictWords(words, verification);
  const line = words('copiedLine', {
    usi: query.usi,
    name: studentName(query),
    dateOfBirth: formatDate(query.dateOfBirth),
    verdict: differing ? words('verdictWithReason', { verdict: headline, reason: differing }) : headline,
    status: verification.status,
    time: formatNumericTime(finishedAt),
    orgCode,
  });
  return environment === 'production' ? line : words('copiedTestPrefix', { line });
}
