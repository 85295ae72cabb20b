import { describe, expect, it } from 'vitest';
import { issueToken, type QueryDraft, withProfile } from '../../src/index.ts';
import { tokenSource, withFreshToken } from '../../src/sts/index.ts';
import { liveServices, MARYAM } from './support/live-services.ts';

const live = liveServices();

describe('against the simulator', () => {
  it('a token is issued once and spent on five students, each with its verdict', async () => {
    const token = await live.issue();
    const students: [QueryDraft, object][] = [
      [MARYAM, { status: 'Valid', verdict: 'verified', differs: [] }],
      [
        { ...MARYAM, familyName: 'Frederick' },
        { status: 'Valid', verdict: 'differs', differs: ['familyName'] },
      ],
      [
        { usi: 'DG6K5YHPP3', firstName: 'Asfaha', familyName: 'Loflin', dateOfBirth: '1982-12-23' },
        { status: 'Deactivated', verdict: 'deactivated', differs: [] },
      ],
      [
        { usi: 'QFJEGFSBC4', singleName: 'Testsinglename', dateOfBirth: '1985-01-01' },
        { status: 'Valid', verdict: 'verified', differs: [] },
      ],
      [
        { ...MARYAM, usi: '223456789N' },
        { status: 'Invalid', verdict: 'not-found', differs: [] },
      ],
    ];
    for (const [query, verification] of students)
      expect(await live.verify(token, query)).toMatchObject(verification);
    expect(live.logged()).toEqual([['RST', 'ok', null], ...students.map(() => ['VerifyUSI', 'ok', null])]);
  });

  it('works with SHA-1 signatures too, as version 1.2 wants them', async () => {
    const token = await issueToken(live.signer, withProfile(live.service, 'v1.2'), live.io);
    expect((await live.verify(token)).verdict).toBe('verified');
  });

  it('carries a token over whose namespaces are declared by its ancestors', async () => {
    live.simulator.setFaults([{ match: { operation: 'RST' }, do: { declarations: 'inherited' } }]);
    expect((await live.verify(await live.issue())).verdict).toBe('verified');
  });

  it('counts the flags that an unknown USI does not have as NoMatch', async () => {
    live.simulator.setFaults([{ match: { operation: 'VerifyUSI' }, do: { bareInvalid: true } }]);
    const found = await live.verify(await live.issue(), { ...MARYAM, usi: '223456789N' });
    expect(found).toEqual({
      status: 'Invalid',
      verdict: 'not-found',
      differs: [],
      flags: { firstName: 'NoMatch', familyName: 'NoMatch', dateOfBirth: 'NoMatch' },
    });
  });

  it.each([10, -10])('a clock %i minutes out costs one refusal and is then right', async (minutes) => {
    live.simulator.setClockOffset(minutes * 60);
    expect((await live.verify(await live.issue())).verdict).toBe('verified');
    expect(live.logged()).toEqual([
      ['RST', 'fault', 'InvalidSecurity'],
      ['RST', 'ok', null],
      ['VerifyUSI', 'ok', null],
    ]);
    expect(Math.abs(live.offset - minutes * 60_000)).toBeLessThan(30_000);
  });

  it('a token that the Registry no longer takes is replaced once', async () => {
    const source = tokenSource(live.issue, live.io.now);
    live.simulator.setFaults([
      { match: { operation: 'VerifyUSI', request: 1 }, do: { fault: 'InvalidSecurity' } },
    ]);
    expect((await withFreshToken(source, live.verify)).verdict).toBe('verified');
    expect(live.simulator.log.map(({ operation }) => operation)).toEqual([
      'RST',
      'VerifyUSI',
      'RST',
      'VerifyUSI',
    ]);
  });

  it('one token serves twenty look-ups that start together', async () => {
    const source = tokenSource(live.issue, live.io.now);
    const found = await Promise.all(Array.from({ length: 20 }, () => withFreshToken(source, live.verify)));
    expect(found.every(({ verdict }) => verdict === 'verified')).toBe(true);
    expect(live.simulator.log.filter(({ operation }) => operation === 'RST')).toHaveLength(1);
  });

  it('the request carries no more headers than a plain client’s', async () => {
    await live.issue();
    const [entry] = live.simulator.log;
    expect(entry?.headers['content-type']).toBe('application/soap+xml; charset=utf-8');
    for (const name of ['cookie', 'origin', 'referer']) expect(entry?.headers).not.toHaveProperty(name);
  });
});
