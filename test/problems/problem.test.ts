import { describe, expect, it } from 'vitest';
import { PROBLEM_GROUPS, PROBLEMS, Problem } from '../../src/problems/index.ts';

describe('a problem', () => {
  it('is data across a message boundary: its code and params, never its cause', () => {
    const problem = new Problem('SERVICE_HTTP_ERROR', { service: 'x', status: '503' }, new Error('Maryam'));
    expect(JSON.parse(JSON.stringify(problem.toValue()))).toEqual({
      code: 'SERVICE_HTTP_ERROR',
      params: { service: 'x', status: '503' },
    });
    expect(String(problem)).toBe('Problem: SERVICE_HTTP_ERROR');
  });

  it('cuts words that a service sends without end', () => {
    const { params } = new Problem('STS_REFUSED', {
      serviceCode: 'E9999',
      serviceWords: 'x'.repeat(100_000),
    });
    expect(params.serviceCode).toBe('E9999');
    expect(params.serviceWords).toBe(`${'x'.repeat(4_000)}…`);
  });

  it('made of something else thrown does not carry its text, which may hold data', () => {
    const problem = Problem.from(new TypeError('Maryam Fredrick'));
    expect(problem.toValue()).toEqual({ code: 'INTERNAL', params: { kind: 'TypeError' } });
    expect(Problem.from(problem)).toBe(problem);
    expect(Problem.from('Maryam').toValue()).toEqual({ code: 'INTERNAL', params: { kind: 'string' } });
  });
});

describe('the list of problems', () => {
  it('has no code in two groups', () => {
    const codes = Object.values(PROBLEM_GROUPS).flatMap((group) => Object.keys(group));
    expect(codes.length).toBe(new Set(codes).size);
    expect(new Set(codes)).toEqual(new Set(Object.keys(PROBLEMS)));
  });

  it('gives each exit status of the host to one code', () => {
    const exits = Object.values(PROBLEMS).flatMap((entry) => ('exit' in entry ? [entry.exit] : []));
    expect(exits.length).toBe(new Set(exits).size);
    for (const exit of exits) expect(exit >= 10 && exit <= 99).toBe(true);
  });
});
