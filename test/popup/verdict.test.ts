import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyText, tipsFor, verdictWords } from '../../popup/verdict/index.ts';
import { localesWithProblems } from '../../scripts/build/locales.ts';
import { ROOT } from '../../scripts/build/paths.ts';
import type { LookUp, VerifyQuery } from '../../src/messages/index.ts';
import { wordsFrom } from '../../src/ui/index.ts';
import { ASFAHA, answered, FREDERICK, MARYAM, NOBODY, SINGLE, verificationOf } from '../gallery/material.ts';

const built = (await localesWithProblems(join(ROOT, '_locales'))).get('en') ?? {};
const words = wordsFrom((key) => built[key]?.message ?? '');

function answerTo(query: VerifyQuery): Extract<LookUp, { state: 'answered' }> {
  const lookUp = answered(query);
  if (lookUp.state !== 'answered') throw new Error('not answered');
  return { ...lookUp, finishedAt: new Date(2026, 10, 21, 14, 3).getTime() };
}

describe('a verdict in words', () => {
  it('says which field differs', () => {
    expect(verdictWords(words, verificationOf(FREDERICK))).toEqual({
      headline: 'Not verified',
      differing: 'family name differs',
    });
  });

  it('joins several fields into a sentence', () => {
    const query = { ...FREDERICK, firstName: 'Mary', dateOfBirth: '1966-05-26' };
    expect(verdictWords(words, verificationOf(query)).differing).toBe(
      'first name, family name and date of birth differ',
    );
  });

  it.each([
    [MARYAM, 'Verified'],
    [SINGLE, 'Verified'],
    [ASFAHA, 'Deactivated'],
    [NOBODY, 'Not found'],
  ])('calls %j %s', (query, headline) => {
    expect(verdictWords(words, verificationOf(query))).toEqual({ headline, differing: '' });
  });
});

describe('tips', () => {
  it('have nothing to say to a verified student', () => {
    expect(tipsFor(words, answerTo(MARYAM))).toEqual([]);
  });

  it('name the date that it would be with day and month swapped', () => {
    const tips = tipsFor(words, answerTo({ ...MARYAM, dateOfBirth: '1966-05-06' }));
    expect(tips[0]).toBe('With day and month swapped it would be 5 June 1966.');
  });

  it('do not offer a swap that is no date, or the same date', () => {
    for (const dateOfBirth of ['1966-05-26', '1966-05-05']) {
      expect(tipsFor(words, answerTo({ ...MARYAM, dateOfBirth }))[0]).toBe(
        'Compare it with the student’s ID.',
      );
    }
  });

  it('ask about swapped names and single names when both names differ', () => {
    const [tip] = tipsFor(words, answerTo({ ...MARYAM, firstName: 'Fredrick', familyName: 'Maryam' }));
    expect(tip).toBe('Are first and family name swapped? Does the student have one name only?');
  });

  it('send a clerk with a deactivated USI to the student', () => {
    expect(tipsFor(words, answerTo(ASFAHA))[0]).toContain('Ask the student for the current one');
  });
});

describe('the copied text', () => {
  it('is one line with USI, name, date of birth, verdict, status, time and OrgCode', () => {
    expect(copyText(words, answerTo(MARYAM), 'production', 'VA1803')).toBe(
      'USI BNGH7C75FN, Maryam Fredrick, 25/05/1966: Verified (Registry status: Valid). Checked 21/11/2026, 14:03, OrgCode VA1803.',
    );
  });

  it('says which field differs', () => {
    expect(copyText(words, answerTo(FREDERICK), 'production', 'VA1803')).toContain(
      'Not verified – family name differs (Registry status: Valid)',
    );
  });

  it('says that a result is from the test environment', () => {
    expect(copyText(words, answerTo(SINGLE), 'thirdParty', 'VA1803')).toMatch(
      /^TEST ENVIRONMENT\. USI QFJEGFSBC4, Testsinglename, /,
    );
  });
});
