import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../simulator/index.ts';
import {
  ENVIRONMENTS,
  type Io,
  issueToken,
  Problem,
  type ProblemCode,
  type QueryDraft,
  readKeystore,
  type Service,
  type Signer,
  type Token,
  unlock,
  verifyUsi,
  withProfile,
} from '../../src/index.ts';
import { learnOffset } from '../../src/soap/index.ts';
import { tokenSource, withFreshToken } from '../../src/sts/index.ts';
import { httpsFetch } from '../support/https-fetch.ts';

const MARYAM: QueryDraft = {
  usi: 'BNGH7C75FN',
  firstName: 'Maryam',
  familyName: 'Fredrick',
  dateOfBirth: '1966-05-25',
};

let simulator: Simulator;
let service: Service;
let signer: Signer;
let offset = 0;

const io: Io = {
  fetch: (url, init) => httpsFetch(simulator.caPem)(url, init),
  now: () => Date.now() + offset,
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  onDate: (sample) => {
    offset = learnOffset(offset, sample);
  },
};

beforeAll(async () => {
  simulator = await startSimulator();
  service = { ...ENVIRONMENTS.thirdParty, sts: simulator.sts, usi: simulator.usi };
  const [credential] = readKeystore(readFileSync(simulator.keystorePath, 'utf8'));
  if (credential === undefined) throw new Error('no credential');
  signer = await unlock(credential, simulator.password);
});

afterAll(() => simulator.close());

beforeEach(() => {
  simulator.setFaults([]);
  simulator.setClockOffset(0);
  simulator.clearLog();
  offset = 0;
});

function issue(): Promise<Token> {
  return issueToken(signer, service, io);
}

function verify(token: Token, query: QueryDraft = MARYAM) {
  return verifyUsi(query, { token, orgCode: simulator.orgCode, service }, io);
}

function logged(): (string | null)[][] {
  return simulator.log.map(({ operation, outcome, fault }) => [operation, outcome, fault]);
}

async function codeOf(failing: Promise<unknown>): Promise<ProblemCode> {
  const error = await failing.then(
    () => new Error('did not fail'),
    (thrown) => thrown,
  );
  if (!(error instanceof Problem)) throw error;
  return error.code;
}

describe('against the simulator', () => {
  it('a token is issued once and spent on five students, each with its verdict', async () => {
    const token = await issue();
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
      expect(await verify(token, query)).toMatchObject(verification);
    expect(logged()).toEqual([['RST', 'ok', null], ...students.map(() => ['VerifyUSI', 'ok', null])]);
  });

  it('works with SHA-1 signatures too, as version 1.2 wants them', async () => {
    const token = await issueToken(signer, withProfile(service, 'v1.2'), io);
    expect((await verify(token)).verdict).toBe('verified');
  });

  it('carries a token over whose namespaces are declared by its ancestors', async () => {
    simulator.setFaults([{ match: { operation: 'RST' }, do: { declarations: 'inherited' } }]);
    expect((await verify(await issue())).verdict).toBe('verified');
  });

  it('counts the flags that an unknown USI does not have as NoMatch', async () => {
    simulator.setFaults([{ match: { operation: 'VerifyUSI' }, do: { bareInvalid: true } }]);
    const found = await verify(await issue(), { ...MARYAM, usi: '223456789N' });
    expect(found).toEqual({
      status: 'Invalid',
      verdict: 'not-found',
      differs: [],
      flags: { firstName: 'NoMatch', familyName: 'NoMatch', dateOfBirth: 'NoMatch' },
    });
  });

  it.each([10, -10])('a clock %i minutes out costs one refusal and is then right', async (minutes) => {
    simulator.setClockOffset(minutes * 60);
    expect((await verify(await issue())).verdict).toBe('verified');
    expect(logged()).toEqual([
      ['RST', 'fault', 'InvalidSecurity'],
      ['RST', 'ok', null],
      ['VerifyUSI', 'ok', null],
    ]);
    expect(Math.abs(offset - minutes * 60_000)).toBeLessThan(2_000);
  });

  it('a token that the Registry no longer takes is replaced once', async () => {
    const source = tokenSource(issue, io.now);
    simulator.setFaults([
      { match: { operation: 'VerifyUSI', request: 1 }, do: { fault: 'InvalidSecurity' } },
    ]);
    expect((await withFreshToken(source, verify)).verdict).toBe('verified');
    expect(simulator.log.map(({ operation }) => operation)).toEqual(['RST', 'VerifyUSI', 'RST', 'VerifyUSI']);
  });

  it('one token serves twenty look-ups that start together', async () => {
    const source = tokenSource(issue, io.now);
    const found = await Promise.all(Array.from({ length: 20 }, () => withFreshToken(source, verify)));
    expect(found.every(({ verdict }) => verdict === 'verified')).toBe(true);
    expect(simulator.log.filter(({ operation }) => operation === 'RST')).toHaveLength(1);
  });

  it('the request carries no more headers than a plain client’s', async () => {
    await issue();
    const [entry] = simulator.log;
    expect(entry?.headers['content-type']).toBe('application/soap+xml; charset=utf-8');
    for (const name of ['cookie', 'origin', 'referer']) expect(entry?.headers).not.toHaveProperty(name);
  });
});

describe('every fault of the token service', () => {
  it.each<[string, ProblemCode]>([
    ['E1001', 'STS_INTERNAL'],
    ['E1003', 'STS_INTERNAL'],
    ['E1004', 'STS_INTERNAL'],
    ['E2190', 'STS_INTERNAL'],
    ['E2003', 'STS_RELYING_PARTY_UNKNOWN'],
    ['E2014', 'STS_CREDENTIAL_REVOKED'],
    ['E2015', 'STS_CREDENTIAL_EXPIRED'],
    ['E2017', 'STS_CREDENTIAL_NOT_YET_VALID'],
    ['E2020', 'STS_ISSUER_UNKNOWN'],
    ['E2029', 'STS_CREDENTIAL_UNREADABLE'],
    ['E2169', 'STS_CREDENTIAL_UNKNOWN'],
    ['E2180', 'STS_NO_POLICY'],
    ['E2182', 'STS_CLAIM_UNAVAILABLE'],
    ['E2183', 'STS_CLAIM_UNKNOWN'],
    ['E9999', 'STS_REFUSED'],
    ['InvalidSecurity', 'SECURITY_REFUSED'],
    ['FailedAuthentication', 'SECURITY_REFUSED'],
    ['MessageExpired', 'SECURITY_REFUSED'],
    ['EndpointUnavailable', 'STS_INTERNAL'],
    ['InvalidRequest', 'SOAP_REFUSED'],
    ['MustUnderstand', 'SOAP_REFUSED'],
  ])('%s is %s', async (fault, code) => {
    simulator.setFaults([{ match: { operation: 'RST' }, do: { fault } }]);
    expect(await codeOf(issue())).toBe(code);
    expect(simulator.log.map((entry) => [entry.operation, entry.fault])).toEqual([['RST', fault]]);
  });

  it('E2003 is what an unregistered AppliesTo gets', async () => {
    const other = {
      ...service,
      appliesTo: ENVIRONMENTS.thirdParty.appliesTo.replace('/service/', '/Service/'),
    };
    expect(await codeOf(issueToken(signer, other, io))).toBe('STS_RELYING_PARTY_UNKNOWN');
    expect(logged()).toEqual([['RST', 'fault', 'E2003']]);
  });
});

describe('every fault of the Registry', () => {
  let token: Token;
  beforeAll(async () => {
    token = await issue();
  });

  it.each<[string, ProblemCode]>([
    ['1001', 'REGISTRY_UNAVAILABLE'],
    ['1002', 'REGISTRY_VALIDATION'],
    ['2002', 'REGISTRY_NOT_AUTHORISED'],
    ['2004', 'REGISTRY_IDENTITY_UNVERIFIED'],
    ['9999', 'REGISTRY_REFUSED'],
    ['InvalidSecurity', 'SECURITY_REFUSED'],
    ['EndpointUnavailable', 'REGISTRY_UNAVAILABLE'],
    ['ActionNotSupported', 'SOAP_REFUSED'],
  ])('%s is %s', async (fault, code) => {
    simulator.setFaults([{ match: { operation: 'VerifyUSI' }, do: { fault } }]);
    expect(await codeOf(verify(token))).toBe(code);
    expect(simulator.log.map((entry) => [entry.operation, entry.fault])).toEqual([['VerifyUSI', fault]]);
  });

  it('another organisation’s OrgCode is refused with 2002', async () => {
    const caller = { token, orgCode: 'VA1802', service };
    expect(await codeOf(verifyUsi(MARYAM, caller, io))).toBe('REGISTRY_NOT_AUTHORISED');
    expect(logged()).toEqual([['VerifyUSI', 'fault', '2002']]);
  });
});

describe('a damaged answer', () => {
  let token: Token;
  beforeAll(async () => {
    token = await issue();
  });

  it.each<[string, ProblemCode]>([
    ['not-xml', 'ANSWER_NOT_XML'],
    ['doctype', 'ANSWER_DOCTYPE'],
    ['truncated', 'ANSWER_NOT_XML'],
    ['cut-off', 'SERVICE_UNREACHABLE'],
    ['oversized', 'ANSWER_TOO_LARGE'],
    ['empty', 'ANSWER_NOT_XML'],
    ['html-login', 'ANSWER_NOT_XML'],
    ['soap-1.1', 'ANSWER_NOT_SOAP'],
    ['empty-body', 'ANSWER_NOT_SOAP'],
    ['unrelated', 'ANSWER_UNRELATED'],
    ['unknown-status', 'REGISTRY_ANSWER_UNEXPECTED'],
    ['unknown-flag', 'REGISTRY_ANSWER_UNEXPECTED'],
  ])('of the Registry, %s, is %s', async (body, code) => {
    simulator.setFaults([{ match: { operation: 'VerifyUSI' }, do: { body } }]);
    expect(await codeOf(verify(token))).toBe(code);
    expect(logged()).toEqual([['VerifyUSI', 'scripted', null]]);
  });

  it.each<[string, ProblemCode]>([
    ['computed-key', 'STS_KEY_UNSUPPORTED'],
    ['no-proof', 'STS_ANSWER_UNEXPECTED'],
    ['no-token', 'STS_ANSWER_UNEXPECTED'],
    ['no-reference', 'STS_ANSWER_UNEXPECTED'],
  ])('of the token service, %s, is %s', async (body, code) => {
    simulator.setFaults([{ match: { operation: 'RST' }, do: { body } }]);
    expect(await codeOf(issue())).toBe(code);
    expect(logged()).toEqual([['RST', 'scripted', null]]);
  });

  it.each(['byte-order-mark', 'no-relates-to'])('with %s is none', async (body) => {
    simulator.setFaults([{ match: {}, do: { body } }]);
    expect((await verify(await issue())).verdict).toBe('verified');
  });

  it('without Lifetime gives a token for half an hour', async () => {
    simulator.setFaults([{ match: { operation: 'RST' }, do: { body: 'no-lifetime' } }]);
    const { issuedAt, expiresAt } = await issue();
    expect(expiresAt - issuedAt).toBe(1_800_000);
  });

  it('with HTTP 503 names the status, and a dropped connection the host', async () => {
    simulator.setFaults([{ match: {}, do: { status: 503, body: 'Service Unavailable' } }]);
    expect(await codeOf(verify(token))).toBe('SERVICE_HTTP_ERROR');
    simulator.setFaults([{ match: {}, do: { drop: true } }]);
    expect(await codeOf(verify(token))).toBe('SERVICE_UNREACHABLE');
  });
});
