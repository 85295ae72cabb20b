import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/students/line.ts';

const NOW = Date.UTC(2026, 10, 20, 3);
const MARYAM = { usi: 'BNGH7C75FN', firstName: 'Maryam', familyName: 'Fredrick', dateOfBirth: '1966-05-25' };

describe('a pasted line fills every field', () => {
  it.each([
    'BNGH7C75FN Maryam Fredrick 25/05/1966',
    'BNGH7C75FN\tMaryam\tFredrick\t25/05/1966',
    'BNGH7C75FN\tMaryam Fredrick\t1966-05-25\n',
    'Maryam Fredrick 25/05/1966 BNGH7C75FN',
    'Maryam Fredrick BNGH7C75FN 25 May 1966',
    '25/05/1966\tMaryam\tFredrick\tBNGH7C75FN',
    'BNGH7C75FN Fredrick, Maryam 25/05/1966',
    'Fredrick, Maryam\t25/05/1966\tBNGH7C75FN',
    'Fredrick, Ms Maryam 25.05.1966 BNGH7C75FN',
    '  Ms Maryam Fredrick  25-May-66  bngh7c75fn ',
    'BNGH7C75FN,Maryam,Fredrick,25/05/1966',
    '"BNGH7C75FN","Maryam","Fredrick","25/05/1966"',
    '"BNGH7C75FN";"Maryam";"Fredrick";"25/05/1966"',
    'BNGH7C75FN | Maryam | Fredrick | 25/05/1966',
    'BNGH 7C75 FN\tMaryam\tFredrick\t25/5/1966',
    'BNGH-7C75-FN Maryam Fredrick May 25, 1966',
    'USI: BNGH7C75FN Name: Maryam Fredrick DOB: 25/05/1966',
    'BNGH7C75FN\tMaryam\tFredrick\tF\t25/05/1966 00:00:00\tmaryam@example.com\t0412 345 678',
    'S123456789\tMaryam\tFredrick\t25051966\tBNGH7C75FN',
    'BNGH7C75FN Maryam Fredrick 25/05/1966 BNGH7C75FN',
  ])('%j', (line) => {
    expect(readLine(line, NOW)).toEqual(MARYAM);
  });
});

describe('names', () => {
  it('keeps names of several words where cells, commas, capitals or particles mark them', () => {
    const names = (line: string) => {
      const { firstName, familyName } = readLine(`BNGH7C75FN ${line} 25/05/1966`, NOW);
      return [firstName, familyName];
    };
    expect(names('Mary Anne\tde la Cruz')).toEqual(['Mary Anne', 'de la Cruz']);
    expect(names('de la Cruz, Mary Anne')).toEqual(['Mary Anne', 'de la Cruz']);
    expect(names('Maria de la Cruz')).toEqual(['Maria', 'de la Cruz']);
    expect(names('VANDERBERG Mary Anne')).toEqual(['Mary Anne', 'VANDERBERG']);
    expect(names('FREDRICK Maryam')).toEqual(['Maryam', 'FREDRICK']);
    expect(names('Maryam FREDRICK')).toEqual(['Maryam', 'FREDRICK']);
    expect(names('MARYAM FREDRICK')).toEqual(['MARYAM', 'FREDRICK']);
    expect(names("Siobhán O'Brien-Nguyễn")).toEqual(['Siobhán', "O'Brien-Nguyễn"]);
  });

  it('takes one name word beside a USI for the single name', () => {
    expect(readLine('QFJEGFSBC4 Testsinglename 01/01/1985', NOW)).toEqual({
      usi: 'QFJEGFSBC4',
      singleName: 'Testsinglename',
      dateOfBirth: '1985-01-01',
    });
  });

  it.each([
    ['three words without a mark', 'BNGH7C75FN Maryam Jane Fredrick'],
    ['three cells', 'BNGH7C75FN\tMaryam\tJane\tFredrick'],
    ['commas that separate everything', 'BNGH7C75FN, Fredrick, Maryam, 25/05/1966'],
    ['labels that are not understood', 'BNGH7C75FN First name: Maryam Family name: Fredrick'],
    ['an address', 'BNGH7C75FN 12 Smith Street'],
  ])('leaves names out for %s', (_what, line) => {
    const { usi, firstName, familyName, singleName } = readLine(line, NOW);
    expect(usi).toBe('BNGH7C75FN');
    expect([firstName, familyName, singleName]).toEqual([undefined, undefined, undefined]);
  });
});

describe('the USI', () => {
  it('is read though a character of it is wrong, so that the form can say so', () => {
    expect(readLine('XNY5NV9WG8 Lee Amy', NOW).usi).toBe('XNY5NV9WG8');
    expect(readLine('BNGH7C75F0 Maryam Fredrick', NOW).usi).toBe('BNGH7C75F0');
  });

  it('may be letters only if it is in capitals and passes the check', () => {
    expect(readLine('ALEXANDERN Maryam Fredrick', NOW).usi).toBe('ALEXANDERN');
    expect(readLine('Maryam Alexandern', NOW)).toEqual({ firstName: 'Maryam', familyName: 'Alexandern' });
    expect(readLine('MARYAM FETHERSTAN', NOW)).toEqual({ firstName: 'MARYAM', familyName: 'FETHERSTAN' });
  });

  it('is read alone', () => {
    expect(readLine(' bngh7c75fn ', NOW)).toEqual({ usi: 'BNGH7C75FN' });
  });
});

describe('nothing is invented', () => {
  it.each([
    ['an empty line', '', {}],
    ['one word', 'Fredrick', {}],
    ['a name', 'Maryam Fredrick', { firstName: 'Maryam', familyName: 'Fredrick' }],
    ['two rows', 'BNGH7C75FN Maryam Fredrick 25/05/1966\nBP6LKB3C7X Csenge Gumarsson 26/12/1988', {}],
    ['two dates', 'BNGH7C75FN 25/05/1966 01/02/2020', { usi: 'BNGH7C75FN' }],
    [
      'a date to come beside the date of birth',
      'BNGH7C75FN 25/05/1966 01/02/2027',
      {
        usi: 'BNGH7C75FN',
        dateOfBirth: '1966-05-25',
      },
    ],
    ['a day that does not exist', 'BNGH7C75FN 31/02/1966', { usi: 'BNGH7C75FN' }],
    ['a telephone number', '0412345678', {}],
    ['a whole document', 'BNGH7C75FN Maryam Fredrick 25/05/1966\t'.repeat(10_000), {}],
    ['a page of nothing', ' '.repeat(200_000), {}],
  ])('from %s', (_what, line, expected) => {
    expect(readLine(line, NOW)).toEqual(expected);
  });
});
