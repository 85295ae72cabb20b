/** Token requests, each broken in one way: each gets exactly its fault on the wire and its reason in the log. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CredentialSpec, issueKeystore, type Simulator, startSimulator } from '../../simulator/index.ts';
import { type PostOptions, post } from './support/http.ts';
import {
  ABN,
  ago,
  type Damage,
  type Expected,
  expectRefusal,
  flipFirst,
  inHeader,
  inSecurity,
  insecure,
  signatureIn,
  timestampIn,
} from './support/refusals.ts';
import { call } from './support/registry-call.ts';
import { NS, RSA_SHA1, RSA_SHA256, timestampPart } from './support/signing.ts';
import {
  actAs,
  CLAIMS,
  type IssuedToken,
  requestToken,
  signedBy,
  type TokenRequestParts,
  tokenRequest,
} from './support/token-request.ts';

let simulator: Simulator;
let token: IssuedToken;
beforeAll(async () => {
  simulator = await startSimulator();
  token = await requestToken(simulator);
});
afterAll(() => simulator.close());
beforeEach(() => simulator.clearLog());

/** Sends a token request that is right but for the overrides, then damaged as text. */
async function tokenRefused(
  overrides: Partial<TokenRequestParts>,
  expected: Expected,
  damage: Damage = (xml) => xml,
  options: PostOptions & { url?: string } = {},
): Promise<void> {
  const xml = damage(tokenRequest(simulator, overrides));
  expectRefusal(simulator, await post(simulator, options.url ?? simulator.sts, xml, options), expected);
}

describe('the messages themselves', () => {
  it('are accepted as long as nothing is broken', async () => {
    expect((await requestToken(simulator)).reply.status).toBe(200);
    expect((await call(simulator, token)).status).toBe(200);
    expect(simulator.log.map(({ outcome }) => outcome)).toEqual(['ok', 'ok']);
  });
});

describe('token requests whose signature is wrong', () => {
  it('digest of the Timestamp', () =>
    tokenRefused({}, insecure('digest-mismatch'), flipFirst('ds:DigestValue')));
  it('a Timestamp changed after signing', () =>
    tokenRefused({}, insecure('digest-mismatch'), (xml) => xml.replace(/Z<\/u:Expires>/, '1Z</u:Expires>')));
  it('signature value', () => tokenRefused({}, insecure('signature-value'), flipFirst('ds:SignatureValue')));
  it('a key that does not belong to the certificate', async () => {
    const { credentials } = await issueKeystore({ credentials: [{ abn: ABN, name: 'Other' }] });
    const [other] = credentials;
    if (!other) throw new Error('no credential');
    await tokenRefused({ key: other.privateKey }, insecure('signature-value'));
  });
  it('a reference to an Id that nothing has', () =>
    tokenRefused({ signed: (timestamp, to) => [{ ...timestamp, id: '_9' }, to] }, insecure('signed-parts')));
  it('no reference to the To header', () =>
    tokenRefused({ signed: (timestamp) => [timestamp] }, insecure('signed-parts')));
  it('no reference to the Timestamp', () =>
    tokenRefused({ signed: (_, to) => [to] }, insecure('signed-parts')));
  it('the same Id twice', () =>
    tokenRefused({}, insecure('duplicate-id'), inHeader(`<x:Note xmlns:x="urn:x" u:Id="_0"></x:Note>`)));
  it('the same Id twice, the second time without namespace', () =>
    tokenRefused({}, insecure('duplicate-id'), inHeader(`<x:Note xmlns:x="urn:x" ID="_0"></x:Note>`)));
  it('a wrapped Timestamp: the signed one moved aside, a fresh one in its place', () =>
    tokenRefused({ created: ago(30), expires: ago(25) }, insecure('signed-parts'), (xml) => {
      const signed = timestampIn(xml);
      const fresh = timestampPart(new Date(), ago(-5), '_8').xml;
      return inHeader(`<x:Wrapper xmlns:x="urn:x">${signed}</x:Wrapper>`)(xml.replace(signed, fresh));
    }));
  it('SHA-1 at version 1.3', () => tokenRefused({ algorithms: RSA_SHA1 }, insecure('signature-method')));
  it('a SHA-1 digest at version 1.3', () =>
    tokenRefused({ algorithms: { ...RSA_SHA256, digest: RSA_SHA1.digest } }, insecure('digest-method')));
  it('SHA-256 at version 1.2', () => {
    const url = simulator.sts.replace('v1.3', 'v1.2');
    return tokenRefused({ to: url }, insecure('signature-method'), undefined, { url });
  });
  it('canonicalisation with comments', () =>
    tokenRefused(
      { algorithms: { ...RSA_SHA256, canonicalization: `${RSA_SHA256.canonicalization}WithComments` } },
      insecure('canonicalization-method'),
    ));
  it('inclusive canonicalisation of the parts', () =>
    tokenRefused(
      { algorithms: { ...RSA_SHA256, transform: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315' } },
      insecure('transforms'),
    ));
  it('a second Signature', () =>
    tokenRefused({}, insecure('signature-repeated'), (xml) => inSecurity(signatureIn(xml))(xml)));
  it('no Signature', () =>
    tokenRefused({}, insecure('signature-missing'), (xml) => xml.replace(signatureIn(xml), '')));
  it('a second Security header', () =>
    tokenRefused({}, insecure('security-header-repeated'), inHeader('<o:Security></o:Security>')));
  it('no Security header', () =>
    tokenRefused({}, insecure('security-header-missing'), (xml) =>
      xml.replace(/<o:Security .*<\/o:Security>/s, ''),
    ));
  it('no BinarySecurityToken', () =>
    tokenRefused({}, insecure('binary-token-missing'), (xml) =>
      xml.replace(/<o:BinarySecurityToken.*<\/o:BinarySecurityToken>/s, ''),
    ));
  it('bytes that are not a certificate', () =>
    tokenRefused({ certificate: Buffer.from('no certificate') }, insecure('binary-token-unreadable')));
  it('KeyInfo that points elsewhere', () =>
    tokenRefused({}, insecure('key-info'), (xml) => xml.replace('URI="#bst-1"', 'URI="#bst-2"')));
});

describe('token requests of the wrong time or to the wrong place', () => {
  it('signed ten minutes ago', () =>
    tokenRefused({ created: ago(10), expires: ago(5) }, insecure('timestamp-expired')));
  it('signed in ten minutes', () =>
    tokenRefused({ created: ago(-10), expires: ago(-15) }, insecure('timestamp-future')));
  it('expiring before it was created', () =>
    tokenRefused({ created: ago(1), expires: ago(2) }, insecure('timestamp-order')));
  it('with a time that is not UTC', () =>
    tokenRefused({}, insecure('timestamp-malformed'), (xml) =>
      xml.replace('Z</u:Created>', '+10:00</u:Created>'),
    ));
  it('without Timestamp', () =>
    tokenRefused({}, insecure('timestamp-missing'), (xml) => xml.replace(timestampIn(xml), '')));
  it('addressed to another endpoint', () =>
    tokenRefused(
      { to: 'https://softwareauthorisations.ato.gov.au/R3.0/S007v1.2/service.svc' },
      insecure('to-mismatch'),
    ));
  it('addressed to production and sent to the test environment', () =>
    tokenRefused(
      { to: 'https://softwareauthorisations.ato.gov.au/R3.0/S007v1.3/service.svc' },
      insecure('to-mismatch'),
      undefined,
      { host: 'softwareauthorisations.evte.ato.gov.au' },
    ));
  it('without To', () =>
    tokenRefused({}, insecure('to-missing'), (xml) => xml.replace(/<a:To .*<\/a:To>/s, '')));
});

describe('token requests that are not good SOAP', () => {
  it('with a document type', () =>
    tokenRefused({}, { status: 400, fault: null, cause: 'doctype' }, (xml) => `<!DOCTYPE x>${xml}`));
  it('cut short', () =>
    tokenRefused({}, { status: 400, fault: null, cause: 'not-well-formed' }, (xml) => xml.slice(0, -20)));
  it('with another Content-Type', () =>
    tokenRefused({}, { status: 415, fault: null, cause: 'content-type' }, undefined, {
      contentType: 'text/xml; charset=utf-8',
    }));
  it('with SOAP 1.1', () =>
    tokenRefused({}, { fault: 'VersionMismatch', cause: 'soap-version' }, (xml) =>
      xml.replaceAll(NS.s, 'http://schemas.xmlsoap.org/soap/envelope/'),
    ));
  it('with a mandatory header that nobody understands', () =>
    tokenRefused(
      { extraHeader: '<x:Strange xmlns:x="urn:x" s:mustUnderstand="1"></x:Strange>' },
      { fault: 'MustUnderstand', cause: 'must-understand' },
    ));
  it('without MessageID', async () => {
    const xml = tokenRequest(simulator).replace(/<a:MessageID>.*<\/a:MessageID>/, '');
    expect((await post(simulator, simulator.sts, xml)).text).toContain(
      ':MessageAddressingHeaderRequired</s:Value>',
    );
    expect(simulator.log.at(-1)).toMatchObject({
      fault: 'MessageAddressingHeaderRequired',
      cause: 'addressing-header',
    });
  });
  it('of nine megabytes', () =>
    tokenRefused(
      {},
      { status: 413, fault: null, cause: 'request-size' },
      (xml) => xml + ' '.repeat(9 * 2 ** 20),
    ));
  it('with an action that the STS does not have', () =>
    tokenRefused({ action: 'urn:other' }, { fault: 'ActionNotSupported', cause: 'action-unknown' }));
  it.each([
    ['KeyType', { keyType: 'urn:other' }, 'key-type'],
    ['TokenType', { tokenType: 'urn:other' }, 'token-type'],
    ['RequestType', { requestType: 'urn:other' }, 'request-type'],
    ['KeySize', { keySize: '40' }, 'key-size'],
    ['Lifetime that is over', { lifetimeSeconds: -5 }, 'lifetime'],
  ])('with a wrong %s', (_title, overrides, cause) =>
    tokenRefused(overrides, { fault: 'InvalidRequest', cause }),
  );
});

describe('token requests that the STS refuses for its own reasons', () => {
  it.each([
    'https://3pt.portal.usi.gov.au/Service/v5/UsiService.svc',
    'https://3pt.portal.usi.gov.au/service/v5/usiservice.svc/',
    'https://example.com/',
    '',
  ])('AppliesTo "%s"', (appliesTo) => tokenRefused({ appliesTo }, { fault: 'E2003', cause: 'applies-to' }));

  const credentials: [string, Partial<CredentialSpec>, Expected][] = [
    ['revoked', { standing: 'revoked' }, { fault: 'E2014', cause: 'credential-revoked' }],
    ['expired', { validity: 'expired' }, { fault: 'E2015', cause: 'credential-expired' }],
    ['not yet valid', { validity: 'not-yet-valid' }, { fault: 'E2017', cause: 'credential-not-yet-valid' }],
    ['unknown', { standing: 'unrecognised' }, { fault: 'E2169', cause: 'credential-unrecognised' }],
  ];
  it.each(credentials)('a credential that is %s', async (_title, spec, expected) => {
    const store = await simulator.issueKeystore({ credentials: [{ abn: ABN, name: 'Test', ...spec }] });
    const [credential] = store.credentials;
    if (!credential) throw new Error('no credential');
    await tokenRefused(signedBy(credential), expected);
  });

  it('a credential of another authority with the same name', async () => {
    const store = await issueKeystore({ credentials: [{ abn: ABN, name: 'USIMachine' }] });
    const [credential] = store.credentials;
    if (!credential) throw new Error('no credential');
    await tokenRefused(signedBy(credential), { fault: 'E2020', cause: 'issuer-unknown' });
  });

  it('a mandatory claim that nobody knows', () =>
    tokenRefused({ claims: [['urn:nobody:knows', false]] }, { fault: 'E2183', cause: 'claim-unknown' }));
  it('a mandatory claim that a device cannot have', () =>
    tokenRefused(
      { claims: [[`${CLAIMS}givennames`, false]] },
      { fault: 'E2182', cause: 'claim-not-available' },
    ));
  it('acting for an organisation that has not agreed', () =>
    tokenRefused(
      { actAs: actAs(ABN, '96312011219', '0000123400') },
      { fault: 'E2180', cause: 'no-such-relationship' },
    ));
  it("acting as somebody else's software", () =>
    tokenRefused(
      { actAs: actAs('11000002568', '96312011219', '0000123400') },
      { fault: 'E2180', cause: 'first-party-is-not-the-credential' },
    ));
});
