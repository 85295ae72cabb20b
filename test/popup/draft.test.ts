import { describe, expect, it } from 'vitest';
import {
  draftFromLine,
  draftOf,
  EMPTY_DRAFT,
  judgeDraft,
  switchSingleName,
} from '../../popup/look-up/index.ts';
import type { StudentDraft } from '../../src/messages/index.ts';

const NOW = Date.parse('2026-11-21T03:00:00Z');
const MARYAM: StudentDraft = {
  ...EMPTY_DRAFT,
  usi: 'bngh 7c75 fn',
  firstName: ' Maryam ',
  familyName: 'Fredrick',
  dateOfBirth: '25/5/66',
};

function problemsOf(draft: StudentDraft): Record<string, string> {
  const check = judgeDraft(draft, NOW);
  return check.ok
    ? {}
    : Object.fromEntries(Object.entries(check.problems).map(([field, { code }]) => [field, code]));
}

describe('judging the form', () => {
  it('makes a query of what people type', () => {
    expect(judgeDraft(MARYAM, NOW)).toEqual({
      ok: true,
      query: { usi: 'BNGH7C75FN', firstName: 'Maryam', familyName: 'Fredrick', dateOfBirth: '1966-05-25' },
    });
  });

  it('names every field that is wrong at once', () => {
    expect(problemsOf(EMPTY_DRAFT)).toEqual({
      usi: 'USI_EMPTY',
      firstName: 'NAME_MISSING',
      familyName: 'NAME_MISSING',
      dateOfBirth: 'DATE_MISSING',
    });
  });

  it('asks for the single name, not for first and family name, when the switch is on', () => {
    expect(problemsOf({ ...MARYAM, hasSingleName: true })).toEqual({ singleName: 'NAME_MISSING' });
  });

  it('sends only the names that the form shows', () => {
    const both = { ...MARYAM, singleName: 'Testsinglename' };
    expect(judgeDraft(both, NOW)).toMatchObject({ query: { firstName: 'Maryam' } });
    expect(judgeDraft({ ...both, hasSingleName: true }, NOW)).toEqual({
      ok: true,
      query: { usi: 'BNGH7C75FN', singleName: 'Testsinglename', dateOfBirth: '1966-05-25' },
    });
  });

  it('gives a query back as it would have been typed', () => {
    const check = judgeDraft(MARYAM, NOW);
    if (!check.ok) throw new Error('the draft is not a query');
    const draft = draftOf(check.query);
    expect(draft).toMatchObject({ usi: 'BNGH7C75FN', dateOfBirth: '25/05/1966', hasSingleName: false });
    expect(judgeDraft(draft, NOW)).toEqual(check);
  });
});

describe('the switch for one name', () => {
  it('takes over a lone name', () => {
    const lone = { ...EMPTY_DRAFT, familyName: 'Testsinglename' };
    expect(switchSingleName(lone, true)).toMatchObject({ hasSingleName: true, singleName: 'Testsinglename' });
  });

  it('throws nothing away when it is turned on and off again', () => {
    expect(switchSingleName(switchSingleName(MARYAM, true), false)).toEqual(MARYAM);
  });
});

describe('pasting', () => {
  it.each([
    ['BNGH7C75FN Maryam Fredrick 25/05/1966'],
    ['BNGH7C75FN\tMaryam\tFredrick\t25/05/1966'],
    ['Fredrick, Maryam\t25 May 1966\tBNGH7C75FN'],
  ])('fills all fields from the line %j', (line) => {
    expect(draftFromLine(EMPTY_DRAFT, line, NOW)).toEqual({
      ...EMPTY_DRAFT,
      usi: 'BNGH7C75FN',
      firstName: 'Maryam',
      familyName: 'Fredrick',
      dateOfBirth: '25/05/1966',
    });
  });

  it('turns the switch for a student with one name', () => {
    expect(draftFromLine(EMPTY_DRAFT, 'QFJEGFSBC4 Testsinglename 01/01/1985', NOW)).toMatchObject({
      singleName: 'Testsinglename',
      hasSingleName: true,
    });
  });

  it.each([['BNGH7C75FN'], ['Mary Ann'], ['van der Berg'], ['25/05/1966'], ['']])(
    'leaves %j to the field it is pasted into',
    (text) => {
      expect(draftFromLine(EMPTY_DRAFT, text, NOW)).toBeNull();
    },
  );

  it('leaves nothing of the student before when the line holds a USI', () => {
    expect(draftFromLine(MARYAM, 'DG6K5YHPP3 23/12/1982', NOW)).toEqual({
      ...EMPTY_DRAFT,
      usi: 'DG6K5YHPP3',
      dateOfBirth: '23/12/1982',
    });
  });

  it('adds to the student at hand when the line holds no USI', () => {
    const begun = { ...EMPTY_DRAFT, usi: 'BNGH7C75FN' };
    expect(draftFromLine(begun, 'Fredrick, Maryam\t25/05/1966', NOW)).toMatchObject({
      usi: 'BNGH7C75FN',
      firstName: 'Maryam',
      familyName: 'Fredrick',
      dateOfBirth: '25/05/1966',
    });
  });
});
