import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import messages from '../../_locales/en/messages.json';
import { localesWithProblems } from '../../scripts/build/locales.ts';
import { ROOT } from '../../scripts/build/paths.ts';
import { PROBLEMS, type ProblemCode } from '../../src/problems/index.ts';
import { fill, problemWords, wordsFrom } from '../../src/ui/index.ts';

const built = (await localesWithProblems(join(ROOT, '_locales'))).get('en') ?? {};
const message = (key: string) => built[key]?.message ?? '';

describe('words', () => {
  it('puts params where their names stand in braces', () => {
    expect(fill('{minutes} min {direction}, {minutes}', { minutes: 3, direction: 'fast' })).toBe(
      '3 min fast, 3',
    );
  });

  it('leaves a name without a param as it is', () => {
    expect(fill('There is no keystore at {path}.', {})).toBe('There is no keystore at {path}.');
  });

  it('never reads a param as a placeholder', () => {
    expect(fill('{a}{b}', { a: '{b}', b: '$1' })).toBe('{b}$1');
  });

  it('come from the browser by key', () => {
    expect(wordsFrom(message)('abn', { abn: '27 809 366 375' })).toBe('ABN 27 809 366 375');
  });
});

describe('the words of a problem', () => {
  it('exist for every code', () => {
    for (const code of Object.keys(PROBLEMS) as ProblemCode[]) {
      const { what, next } = problemWords(message, { code, params: {} });
      expect(what, code).not.toBe('');
      expect(next, code).not.toBe('');
    }
  });

  it('show a time as a day', () => {
    const { what } = problemWords(message, {
      code: 'CREDENTIAL_EXPIRED',
      params: { validTo: '2026-05-25T02:00:00.000Z' },
    });
    expect(what).toBe('The credential expired on 25 May 2026.');
  });

  it('keep the service’s own code and words verbatim', () => {
    const words = problemWords(message, {
      code: 'SOAP_REFUSED',
      params: {
        service: 'The USI Registry',
        serviceCode: 'a:InvalidSecurity',
        serviceWords: 'An {error} $1 <occurred>',
      },
    });
    expect(words.what).toBe('The USI Registry refused the request.');
    expect(words.serviceCode).toBe('a:InvalidSecurity');
    expect(words.serviceWords).toBe('An {error} $1 <occurred>');
  });
});

describe('the locale', () => {
  const sources = ['src/ui', 'popup', 'options', 'background']
    .flatMap((room) =>
      readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(ROOT, room, file),
      ),
    )
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

  it('holds no words that nothing shows', () => {
    const manifest = readFileSync(join(ROOT, 'manifest.json'), 'utf8');
    const unused = Object.keys(messages).filter(
      (key) => !sources.includes(`'${key}'`) && !manifest.includes(`__MSG_${key}__`),
    );
    expect(unused).toEqual([]);
  });

  it('never uses $, which messages.json gives a meaning of its own', () => {
    expect(Object.values(messages).filter((entry) => entry.message.includes('$'))).toEqual([]);
  });

  it('says on its own screens whose product this is not', () => {
    expect(messages.notAffiliated.message).toMatch(
      /not affiliated with or endorsed by the ATO or the Student Identifiers Registrar/,
    );
  });
});
