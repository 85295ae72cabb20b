import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/problems/index.ts';
import { COMPARED_FIELDS, type Flags, judge, MATCHES, STATUSES } from '../../src/usi/verdict.ts';

const FULL = ['firstName', 'familyName', 'dateOfBirth'] as const;
const MATCH: Flags = { firstName: 'Match', familyName: 'Match', dateOfBirth: 'Match' };

describe('judge', () => {
  it('says verified if the status is Valid and every field matches', () => {
    expect(judge('Valid', MATCH, FULL)).toEqual({
      status: 'Valid',
      verdict: 'verified',
      differs: [],
      flags: MATCH,
    });
    const single: Flags = { singleName: 'Match', dateOfBirth: 'Match' };
    expect(judge('Valid', single, ['singleName', 'dateOfBirth']).verdict).toBe('verified');
  });

  it('says which fields differ, in reading order', () => {
    const flags: Flags = { dateOfBirth: 'NoMatch', familyName: 'NoMatch', firstName: 'Match' };
    expect(judge('Valid', flags, FULL)).toEqual({
      status: 'Valid',
      verdict: 'differs',
      differs: ['familyName', 'dateOfBirth'],
      flags,
    });
  });

  it('says deactivated, whatever matches', () => {
    expect(judge('Deactivated', MATCH, FULL)).toEqual({
      status: 'Deactivated',
      verdict: 'deactivated',
      differs: [],
      flags: MATCH,
    });
  });

  it('says not found, and counts missing flags as NoMatch', () => {
    const none: Flags = { firstName: 'NoMatch', familyName: 'NoMatch', dateOfBirth: 'NoMatch' };
    expect(judge('Invalid', {}, FULL)).toEqual({
      status: 'Invalid',
      verdict: 'not-found',
      differs: [],
      flags: none,
    });
    expect(judge('Deactivated', { firstName: 'Match' }, FULL).flags).toEqual({ ...none, firstName: 'Match' });
  });

  it('concludes nothing from a Valid that leaves a field out', () => {
    for (const field of FULL) {
      const { [field]: _left, ...flags } = MATCH;
      expect(() => judge('Valid', flags, FULL)).toThrow(Problem);
    }
  });

  it('concludes nothing from a Valid that judges a field which was not sent', () => {
    expect(() => judge('Valid', { ...MATCH, singleName: 'Match' }, FULL)).toThrow(Problem);
  });

  it('never says verified unless every field that was sent came back as a match', () => {
    const flags = fc.record(
      Object.fromEntries(COMPARED_FIELDS.map((field) => [field, fc.constantFrom(...MATCHES)])),
      { requiredKeys: [] },
    ) as fc.Arbitrary<Flags>;
    fc.assert(
      fc.property(
        fc.constantFrom(...STATUSES),
        flags,
        fc.uniqueArray(fc.constantFrom(...COMPARED_FIELDS), { minLength: 1 }),
        (status, returned, sent) => {
          let verdict: string;
          try {
            verdict = judge(status, returned, sent).verdict;
          } catch {
            return;
          }
          const allMatch = sent.every((field) => returned[field] === 'Match');
          expect(verdict === 'verified').toBe(status === 'Valid' && allMatch);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
