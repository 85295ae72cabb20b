import { describe, expect, it } from 'vitest';
import { ENVIRONMENTS } from '../../src/environments.ts';
import { PROBLEMS, Problem } from '../../src/problems/index.ts';
import { learnOffset } from '../../src/soap/index.ts';
import { issueToken } from '../../src/sts/index.ts';
import { answer, fakeIo, fault, VECTOR_TIME } from '../support/io.ts';
import { example, throwawaySigner } from '../support/protocol.ts';

const INVALID_SECURITY = example('synthetic-wss-invalidsecurity-fault.xml');

async function problemOf(xml: string, status = 500): Promise<Problem> {
  const io = fakeIo([answer(xml, status)]);
  const error = await issueToken(throwawaySigner(), ENVIRONMENTS.thirdParty, io).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(Problem);
  expect(io.requests).toHaveLength(1);
  return error;
}

const CODES = [
  ['E1001', 'STS_INTERNAL', true],
  ['E1003', 'STS_INTERNAL', true],
  ['E1004', 'STS_INTERNAL', true],
  ['E2190', 'STS_INTERNAL', true],
  ['E2003', 'STS_RELYING_PARTY_UNKNOWN', false],
  ['E2014', 'STS_CREDENTIAL_REVOKED', false],
  ['E2015', 'STS_CREDENTIAL_EXPIRED', false],
  ['E2017', 'STS_CREDENTIAL_NOT_YET_VALID', false],
  ['E2020', 'STS_ISSUER_UNKNOWN', false],
  ['E2029', 'STS_CREDENTIAL_UNREADABLE', false],
  ['E2169', 'STS_CREDENTIAL_UNKNOWN', false],
  ['E2180', 'STS_NO_POLICY', false],
  ['E2182', 'STS_CLAIM_UNAVAILABLE', false],
  ['E2183', 'STS_CLAIM_UNKNOWN', false],
  ['E9999', 'STS_REFUSED', false],
] as const;

describe('a fault with an event code', () => {
  it.each(CODES)('%s in the reason is %s', async (code, problem, retry) => {
    const reason = `Event Description: [A sentence.]. User Advice: [Call us.]. Event Code: [${code}]`;
    const found = await problemOf(fault(['Sender'], reason));
    expect(found.toValue()).toEqual({
      code: problem,
      params: { serviceCode: code, serviceWords: reason },
    });
    expect(found.retry).toBe(retry);
  });

  it.each(CODES)('%s in the detail is %s', async (code, problem) => {
    const detail = `<x:Outer xmlns:x="urn:x"><x:Inner><stsEVENTCODEvalue>${code}</stsEVENTCODEvalue><x:userAdvice>Call us.</x:userAdvice></x:Inner></x:Outer>`;
    expect((await problemOf(fault(['Sender'], 'It failed.', detail))).toValue()).toEqual({
      code: problem,
      params: { serviceCode: code, serviceWords: 'It failed. Call us.' },
    });
  });

  it('is read from the example, whose detail has no known names', async () => {
    const found = await problemOf(example('synthetic-sts-fault.xml'));
    expect(found.code).toBe('STS_RELYING_PARTY_UNKNOWN');
    expect(found.params.serviceCode).toBe('E2003');
    expect(found.params.serviceWords).toContain('User Advice: [placeholder]');
  });

  it('is read whatever its case', async () => {
    expect((await problemOf(fault(['Sender'], 'event code: [e2015]'))).code).toBe('STS_CREDENTIAL_EXPIRED');
  });

  it('is read from the reason where the detail has an element of that name without one', async () => {
    const detail = '<x:EventCode xmlns:x="urn:x">none</x:EventCode>';
    expect((await problemOf(fault(['Sender'], 'Event Code: [E2169]', detail))).code).toBe(
      'STS_CREDENTIAL_UNKNOWN',
    );
  });

  it('wins over a security subcode beside it', async () => {
    expect((await problemOf(fault(['Sender', 'FailedAuthentication'], 'Event Code: [E2014]'))).code).toBe(
      'STS_CREDENTIAL_REVOKED',
    );
  });

  it('is not invented from other numbers', async () => {
    expect((await problemOf(fault(['Sender'], 'See page E2015 of the manual'))).code).toBe('SOAP_REFUSED');
  });

  it('has all the words that a person needs', () => {
    for (const [, code] of CODES) expect(PROBLEMS[code].next).not.toBe('');
  });
});

describe('a fault without an event code', () => {
  it('that says the endpoint is unavailable may be tried again', async () => {
    const found = await problemOf(fault(['Receiver', 'EndpointUnavailable'], 'Busy.'));
    expect(found.toValue()).toEqual({
      code: 'STS_INTERNAL',
      params: { serviceCode: 'EndpointUnavailable', serviceWords: 'Busy.' },
    });
  });

  it('about security is SECURITY_REFUSED and is not repeated while the clock is right', async () => {
    expect((await problemOf(INVALID_SECURITY)).code).toBe('SECURITY_REFUSED');
  });
});

describe('a wrong clock', () => {
  /** A computer whose clock is `error` ahead, with an Io that learns from Date headers as its owner would. */
  function wrongClock(error: number) {
    let offset = 0;
    const refusesWrongTime = (time: string | undefined) =>
      Math.abs(Date.parse(time ?? '') - VECTOR_TIME) > 300_000;
    const service = fakeIo([
      (request) => {
        const created = /<u:Created>([^<]*)</.exec(request.body)?.[1];
        const headers = { Date: new Date(VECTOR_TIME).toUTCString() };
        const xml = refusesWrongTime(created) ? INVALID_SECURITY : example('synthetic-rstr.binarysecret.xml');
        return answer(xml, 200, headers)(request);
      },
    ]);
    const io = {
      ...service,
      now: () => VECTOR_TIME + error + offset,
      onDate: (sample: { date: string; sentAt: number; receivedAt: number }) => {
        offset = learnOffset(offset, sample);
      },
    };
    return { io, requests: service.requests };
  }

  it.each([10, -10, 600])('%i minutes out costs one more request and no failure', async (minutes) => {
    const { io, requests } = wrongClock(minutes * 60_000);
    const token = await issueToken(throwawaySigner(), ENVIRONMENTS.thirdParty, io);
    expect(token.expiresAt).toBeGreaterThan(VECTOR_TIME);
    expect(requests).toHaveLength(2);
    expect(requests[0]?.messageId).not.toBe(requests[1]?.messageId);
  });

  it('that is right costs nothing', async () => {
    const { io, requests } = wrongClock(0);
    await issueToken(throwawaySigner(), ENVIRONMENTS.thirdParty, io);
    expect(requests).toHaveLength(1);
  });

  it('is corrected once, not for ever', async () => {
    let minutes = 0;
    const service = fakeIo([answer(INVALID_SECURITY, 500)]);
    const io = { ...service, now: () => VECTOR_TIME + minutes * 60_000, onDate: () => {} };
    const fetch: typeof service.fetch = (url, init) => {
      minutes -= 10;
      return service.fetch(url, init);
    };
    await expect(
      issueToken(throwawaySigner(), ENVIRONMENTS.thirdParty, { ...io, fetch }),
    ).rejects.toMatchObject({
      code: 'SECURITY_REFUSED',
    });
    expect(service.requests).toHaveLength(2);
  });
});
