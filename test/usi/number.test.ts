import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkUsi } from '../../src/usi/number.ts';
import { vector } from '../support/protocol.ts';

interface CheckedUsi {
  usi: string;
  valid: boolean;
  source: string;
}

const RESULTS = JSON.parse(vector('usi-check-results.json')) as CheckedUsi[];
const VALID = RESULTS.filter(({ valid }) => valid).map(({ usi }) => usi);
const INVALID = RESULTS.filter(({ valid }) => !valid).map(({ usi }) => usi);
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

function problemOf(text: string) {
  const checked = checkUsi(text);
  if (checked.ok) throw new Error(`accepted ${text}`);
  return checked.problem.toValue();
}

describe('checkUsi', () => {
  it('knows 34 published numbers and 9 wrong ones', () => {
    expect([VALID.length, INVALID.length]).toEqual([34, 9]);
  });

  it.each(VALID)('accepts %s', (usi) => {
    expect(checkUsi(usi)).toEqual({ ok: true, usi });
  });

  // One is wrong only because it is not in capitals, which pasting may well be.
  it.each(INVALID.filter((usi) => usi === usi.toUpperCase()))('refuses %s', (usi) => {
    expect(checkUsi(usi).ok).toBe(false);
  });

  it('reads lower case as capitals, as other checkers do', () => {
    for (const usi of INVALID.filter((one) => one !== one.toUpperCase())) {
      expect(checkUsi(usi)).toEqual({ ok: true, usi: usi.toUpperCase() });
    }
  });

  it.each([
    ' BNGH7C75FN\r\n',
    'bngh7c75fn',
    'BNGH 7C75 FN',
    'BNGH-7C75-FN',
    'BNGH–7C75–FN',
    'BNGH\u00a07C75\u200bFN',
    '\ufeffBNGH7C75FN',
    'B N G H 7 C 7 5 F N',
  ])('takes out what pasting brings in: %j', (text) => {
    expect(checkUsi(text)).toEqual({ ok: true, usi: 'BNGH7C75FN' });
  });

  it.each([
    ['', { code: 'USI_EMPTY', params: {} }],
    [' - ', { code: 'USI_EMPTY', params: {} }],
    ['BNGH7C75F', { code: 'USI_LENGTH', params: { length: '9' } }],
    ['BNGH7C75FNN', { code: 'USI_LENGTH', params: { length: '11' } }],
    ['BNGH7C75FM', { code: 'USI_CHECK_CHARACTER', params: {} }],
    ['XNY5NV9WG8', { code: 'USI_CHECK_CHARACTER', params: {} }],
    ['ZZZZ9999ZZ', { code: 'USI_CHECK_CHARACTER', params: {} }],
    ['BNGH7C75F0', { code: 'USI_CHARACTERS', params: { character: '0', position: '10' } }],
    ['bOgh7c75fn', { code: 'USI_CHARACTERS', params: { character: 'O', position: '2' } }],
    ['1NGH7C75FN', { code: 'USI_CHARACTERS', params: { character: '1', position: '1' } }],
    ['BN GH7C7 5IN', { code: 'USI_CHARACTERS', params: { character: 'I', position: '9' } }],
    ['BNGH7C75F😀', { code: 'USI_CHARACTERS', params: { character: '😀', position: '10' } }],
    ['straße', { code: 'USI_CHARACTERS', params: { character: 'ß', position: '5' } }],
    ['BNGH7C75FΝ', { code: 'USI_CHARACTERS', params: { character: 'Ν', position: '10' } }],
  ])('says what is wrong with %j', (text, problem) => {
    expect(problemOf(text)).toEqual(problem);
  });

  it('notices every single wrong character', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...VALID),
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom(...ALPHABET),
        (usi, at, character) => {
          fc.pre(usi[at] !== character);
          expect(checkUsi(usi.slice(0, at) + character + usi.slice(at + 1)).ok).toBe(false);
        },
      ),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof checkUsi(text).ok === 'boolean'));
  });
});
