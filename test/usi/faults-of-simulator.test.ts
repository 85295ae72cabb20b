import { beforeAll, describe, expect, it } from 'vitest';
import { ENVIRONMENTS, issueToken, type ProblemCode, type Token, verifyUsi } from '../../src/index.ts';
import { codeOf, liveServices, MARYAM } from './support/live-services.ts';

const live = liveServices();

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
    live.simulator.setFaults([{ match: { operation: 'RST' }, do: { fault } }]);
    expect(await codeOf(live.issue())).toBe(code);
    expect(live.simulator.log.map((entry) => [entry.operation, entry.fault])).toEqual([['RST', fault]]);
  });

  it('E2003 is what an unregistered AppliesTo gets', async () => {
    const other = {
      ...live.service,
      appliesTo: ENVIRONMENTS.thirdParty.appliesTo.replace('/service/', '/Service/'),
    };
    expect(await codeOf(issueToken(live.signer, other, live.io))).toBe('STS_RELYING_PARTY_UNKNOWN');
    expect(live.logged()).toEqual([['RST', 'fault', 'E2003']]);
  });
});

describe('every fault of the Registry', () => {
  let token: Token;
  beforeAll(async () => {
    token = await live.issue();
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
    live.simulator.setFaults([{ match: { operation: 'VerifyUSI' }, do: { fault } }]);
    expect(await codeOf(live.verify(token))).toBe(code);
    expect(live.simulator.log.map((entry) => [entry.operation, entry.fault])).toEqual([['VerifyUSI', fault]]);
  });

  it('another organisation’s OrgCode is refused with 2002', async () => {
    const caller = { token, orgCode: 'VA1802', service: live.service };
    expect(await codeOf(verifyUsi(MARYAM, caller, live.io))).toBe('REGISTRY_NOT_AUTHORISED');
    expect(live.logged()).toEqual([['VerifyUSI', 'fault', '2002']]);
  });
});

describe('a damaged answer', () => {
  let token: Token;
  beforeAll(async () => {
    token = await live.issue();
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
    live.simulator.setFaults([{ match: { operation: 'VerifyUSI' }, do: { body } }]);
    expect(await codeOf(live.verify(token))).toBe(code);
    expect(live.logged()).toEqual([['VerifyUSI', 'scripted', null]]);
  });

  it.each<[string, ProblemCode]>([
    ['computed-key', 'STS_KEY_UNSUPPORTED'],
    ['no-proof', 'STS_ANSWER_UNEXPECTED'],
    ['no-token', 'STS_ANSWER_UNEXPECTED'],
    ['no-reference', 'STS_ANSWER_UNEXPECTED'],
  ])('of the token service, %s, is %s', async (body, code) => {
    live.simulator.setFaults([{ match: { operation: 'RST' }, do: { body } }]);
    expect(await codeOf(live.issue())).toBe(code);
    expect(live.logged()).toEqual([['RST', 'scripted', null]]);
  });

  it.each(['byte-order-mark', 'no-relates-to'])('with %s is none', async (body) => {
    live.simulator.setFaults([{ match: {}, do: { body } }]);
    expect((await live.verify(await live.issue())).verdict).toBe('verified');
  });

  it('without Lifetime gives a token for half an hour', async () => {
    live.simulator.setFaults([{ match: { operation: 'RST' }, do: { body: 'no-lifetime' } }]);
    const { issuedAt, expiresAt } = await live.issue();
    expect(expiresAt - issuedAt).toBe(1_800_000);
  });

  it('with HTTP 503 names the status, and a dropped connection the host', async () => {
    live.simulator.setFaults([{ match: {}, do: { status: 503, body: 'Service Unavailable' } }]);
    expect(await codeOf(live.verify(token))).toBe('SERVICE_HTTP_ERROR');
    live.simulator.setFaults([{ match: {}, do: { drop: true } }]);
    expect(await codeOf(live.verify(token))).toBe('SERVICE_UNREACHABLE');
  });
});
