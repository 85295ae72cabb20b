import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Checked,
  checkDateOfBirth,
  checkName,
  checkOrgCode,
  checkQuery,
  formatDate,
} from '../../src/usi/rules/index.ts';

const NOW = new Date(2026, 10, 20, 12).getTime();

function result(checked: Checked) {
  return checked.ok ? checked.value : checked.problem.toValue();
}

describe('a date of birth', () => {
  it.each([
    '25/05/1966',
    '25/5/1966',
    '25/05/66',
    '25/5/66',
    '25-05-1966',
    '25.05.1966',
    '25 05 1966',
    ' 25 / 05 / 1966 ',
    '1966-05-25',
    '1966/5/25',
    '25 May 1966',
    '25 may 1966',
    '25-MAY-1966',
    '25-May-66',
    '25May1966',
    '25th May 1966',
    '25th May, 1966',
    'May 25, 1966',
    'May 25 1966',
    '25051966',
    '19660525',
    '25\u00a0May\t1966',
  ])('is read from %j', (text) => {
    expect(result(checkDateOfBirth(text, NOW))).toBe('1966-05-25');
  });

  it.each([
    ['1/2/2003', '2003-02-01'],
    ['3 Sept 1999', '1999-09-03'],
    ['3 September 1999', '1999-09-03'],
    ['29/02/2000', '2000-02-29'],
    ['1/1/00', '2000-01-01'],
    ['20/11/26', '2026-11-20'],
    ['21/11/26', '1926-11-21'],
    ['1/1/27', '1927-01-01'],
    ['31/12/99', '1999-12-31'],
    ['01/01/1900', '1900-01-01'],
  ])('%j is %s', (text, date) => {
    expect(result(checkDateOfBirth(text, NOW))).toBe(date);
  });

  it.each([
    '29/02/1900',
    '29/02/2001',
    '31/04/1966',
    '32/01/1966',
    '05/25/1966',
    '0/1/1966',
    '1/0/1966',
    '25/05/1899',
    '25/05/0066',
    '25/05/166',
    '25/05',
    '25/05-1966',
    '25 Mai 1966',
    '25 Ma 1966',
    '25 Sunday 1966',
    '1966-05-25T00:00:00',
    '1966-05-25+10:00',
    'yesterday',
    '25',
    '99999999',
  ])('%j is none', (text) => {
    expect(result(checkDateOfBirth(text, NOW))).toEqual({ code: 'DATE_MALFORMED', params: {} });
  });

  it('is read through the dashes and invisible marks that pasting brings in', () => {
    for (const text of ['25–05–1966', '25\u20105\u20101966', '25\u200b/05/1966\u200e', '\ufeff25/5/66']) {
      expect(result(checkDateOfBirth(text, NOW)), text).toBe('1966-05-25');
    }
  });

  it('must be given and not lie in the future', () => {
    expect(result(checkDateOfBirth(' ', NOW))).toEqual({ code: 'DATE_MISSING', params: {} });
    expect(result(checkDateOfBirth('20/11/2026', NOW))).toBe('2026-11-20');
    expect(result(checkDateOfBirth('21/11/2026', NOW))).toEqual({ code: 'DATE_IN_FUTURE', params: {} });
  });

  it('is shown as people here read it, and read back from that', () => {
    expect(formatDate('1966-05-25')).toBe('25/05/1966');
    const dates = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-19'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(result(checkDateOfBirth(formatDate(iso), NOW))).toBe(iso);
        expect(result(checkDateOfBirth(iso, NOW))).toBe(iso);
      }),
    );
  });
});

describe('a name', () => {
  it('keeps its characters and loses only superfluous white space', () => {
    expect(result(checkName('firstName', ' Mary\u00a0 Anne\t'))).toBe('Mary Anne');
    for (const name of ["O'Brien", 'Smith-Jones', 'Nguyễn', 'José', 'de la Cruz', 'X', '李', 'Ng’ambo']) {
      expect(result(checkName('familyName', name))).toBe(name);
    }
  });

  it('loses what nobody sees, which would make it differ from the same name on the USI account', () => {
    const names = {
      'zero-width space': 'Fred\u200brick',
      'soft hyphen': 'Fred\u00adrick',
      'marks of direction': '\u202aFredrick\u202c\u200e',
      'byte order mark': '\ufeffFredrick',
    };
    for (const [what, name] of Object.entries(names)) {
      expect(result(checkName('familyName', name)), what).toBe('Fredrick');
    }
    expect(result(checkName('firstName', 'Jose\u0301'))).toBe('José');
    expect(result(checkName('firstName', '\u200b'))).toEqual({
      code: 'NAME_MISSING',
      params: { field: 'first name' },
    });
  });

  it('keeps the joiners that some scripts need', () => {
    expect(result(checkName('firstName', 'می\u200cنا'))).toBe('می\u200cنا');
  });

  it('may be as long as the schema says, counted in characters', () => {
    expect(result(checkName('familyName', 'x'.repeat(40)))).toBe('x'.repeat(40));
    expect(result(checkName('firstName', '𝄞'.repeat(40)))).toBe('𝄞'.repeat(40));
    expect(result(checkName('middleName', 'x'.repeat(80)))).toBe('x'.repeat(80));
    expect(result(checkName('singleName', 'x'.repeat(41)))).toEqual({
      code: 'NAME_TOO_LONG',
      params: { field: 'single name', limit: '40' },
    });
  });

  it.each(['a\u0000b', 'a\u001bb', 'a\u0085b'.replace('\u0085', '\u0086'), '\ud800', 'a\ufffdb', 'a\uffffb'])(
    'may not hold %j',
    (name) => {
      expect(result(checkName('firstName', name))).toEqual({
        code: 'NAME_CHARACTERS',
        params: { field: 'first name' },
      });
    },
  );

  it('must be there', () => {
    expect(result(checkName('familyName', ' '))).toEqual({
      code: 'NAME_MISSING',
      params: { field: 'family name' },
    });
  });
});

describe('an OrgCode', () => {
  it('has one to eight letters and digits', () => {
    expect(result(checkOrgCode(' VA1803 '))).toBe('VA1803');
    expect(result(checkOrgCode('0001'))).toBe('0001');
    expect(result(checkOrgCode(''))).toEqual({ code: 'ORG_CODE_MISSING', params: {} });
    for (const code of ['123456789', 'VA 1803', 'VA-1803', 'VÄ1803']) {
      expect(result(checkOrgCode(code))).toEqual({ code: 'ORG_CODE_MALFORMED', params: {} });
    }
  });
});

describe('a query', () => {
  const draft = { usi: 'bngh 7c75 fn', firstName: ' Maryam', familyName: 'Fredrick', dateOfBirth: '25/5/66' };

  it('has every field in the form that the Registry takes', () => {
    expect(checkQuery(draft, NOW)).toEqual({
      ok: true,
      query: { usi: 'BNGH7C75FN', firstName: 'Maryam', familyName: 'Fredrick', dateOfBirth: '1966-05-25' },
    });
  });

  it('has a single name instead of the others', () => {
    const { usi, dateOfBirth } = draft;
    const single = { usi, singleName: 'Amy', firstName: '', familyName: ' ', dateOfBirth };
    expect(checkQuery(single, NOW)).toEqual({
      ok: true,
      query: { usi: 'BNGH7C75FN', singleName: 'Amy', dateOfBirth: '1966-05-25' },
    });
  });

  it('never has both', () => {
    const both = checkQuery({ ...draft, singleName: 'Amy' }, NOW);
    expect(both.ok ? {} : both.problems).toMatchObject({ singleName: { code: 'NAME_CHOICE' } });
  });

  it('names every field that is wrong at once', () => {
    const checked = checkQuery({ usi: 'X', dateOfBirth: 'x' }, NOW);
    const codes = checked.ok
      ? {}
      : Object.fromEntries(
          Object.entries(checked.problems).map(([field, problem]) => [field, problem?.code]),
        );
    expect(codes).toEqual({
      usi: 'USI_LENGTH',
      firstName: 'NAME_MISSING',
      familyName: 'NAME_MISSING',
      dateOfBirth: 'DATE_MALFORMED',
    });
  });

  it('keeps personal data out of its problems', () => {
    const checked = checkQuery(
      { usi: 'BNGH7C75FM', firstName: 'Maryam\u0001', familyName: 'x'.repeat(41), dateOfBirth: '25/25/1966' },
      NOW,
    );
    const said = JSON.stringify(
      checked.ok ? '' : Object.values(checked.problems).map((one) => one?.toValue()),
    );
    expect(said).toContain('DATE_MALFORMED');
    for (const secret of ['Maryam', 'xxx', '1966', 'BNGH']) expect(said).not.toContain(secret);
  });
});
