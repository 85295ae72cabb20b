/** Registry calls, each broken in one way: each gets exactly its fault on the wire and its reason in the log. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../simulator/index.ts';
import { forge } from './support/forged-token.ts';
import { type PostOptions, post } from './support/http.ts';
import {
  ABN,
  ago,
  type Damage,
  type Expected,
  expectRefusal,
  flipFirst,
  inHeader,
  insecure,
  signatureIn,
  timestampIn,
} from './support/refusals.ts';
import { call, MARYAM, type RegistryCallParts, registryCall, verifyBody } from './support/registry-call.ts';
import { NS, RSA_SHA1, timestampPart } from './support/signing.ts';
import { CLAIMS, type IssuedToken, requestToken } from './support/token-request.ts';

let simulator: Simulator;
let token: IssuedToken;
beforeAll(async () => {
  simulator = await startSimulator();
  token = await requestToken(simulator);
});
afterAll(() => simulator.close());
beforeEach(() => simulator.clearLog());

/** Sends a VerifyUSI call that is right but for the overrides, then damaged as text. */
async function callRefused(
  overrides: Partial<RegistryCallParts>,
  expected: Expected,
  damage: Damage = (xml) => xml,
  options: PostOptions = {},
): Promise<void> {
  const xml = damage(registryCall(simulator, token, overrides));
  expectRefusal(simulator, await post(simulator, simulator.usi, xml, options), expected);
}

describe('Registry calls whose security is wrong', () => {
  it('an HMAC with another key', () =>
    callRefused({ proofKey: Buffer.alloc(32, 7) }, insecure('signature-value')));
  it('the digest', () => callRefused({}, insecure('digest-mismatch'), flipFirst('ds:DigestValue')));
  it('HMAC-SHA256', () =>
    callRefused(
      { algorithms: { ...RSA_SHA1, signature: 'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256' } },
      insecure('signature-method'),
    ));
  it('an HMAC cut to one bit', () =>
    callRefused({}, insecure('signature-method'), (xml) =>
      xml.replace(
        /(#hmac-sha1">)(<\/ds:SignatureMethod>)/,
        '$1<ds:HMACOutputLength>1</ds:HMACOutputLength>$2',
      ),
    ));
  it('nothing signed but a header of its own', () =>
    callRefused(
      {
        extraHeader: `<x:Note xmlns:x="urn:x" xmlns:u="${NS.u}" u:Id="_7"></x:Note>`,
        signed: () => [{ id: '_7', xml: `<x:Note xmlns:u="${NS.u}" xmlns:x="urn:x" u:Id="_7"></x:Note>` }],
      },
      insecure('signed-parts'),
    ));
  it('a wrapped Timestamp', () =>
    callRefused({ created: ago(30), expires: ago(25) }, insecure('duplicate-id'), (xml) => {
      const signed = timestampIn(xml);
      return inHeader(`<x:Wrapper xmlns:x="urn:x">${signed}</x:Wrapper>`)(
        xml.replace(signed, timestampPart(new Date(), ago(-5)).xml),
      );
    }));
  it('a Timestamp of ten minutes ago', () =>
    callRefused({ created: ago(10), expires: ago(5) }, insecure('timestamp-expired')));
  it('a reference to another assertion', () =>
    callRefused(
      { reference: token.reference.replace(/>_[^<]*</, '>_00000000-0000-4000-8000-000000000000<') },
      insecure('key-info'),
    ));
  it('no token', () => callRefused({ encryptedData: '' }, insecure('token-missing')));
  it('two tokens', () =>
    callRefused({ encryptedData: token.encryptedData + token.encryptedData }, insecure('token-repeated')));
  it('the token still in its wrapper', () =>
    callRefused(
      {
        encryptedData: `<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${token.encryptedData}</saml:EncryptedAssertion>`,
      },
      insecure('token-missing'),
    ));
  it('a token that this Registry cannot open', () =>
    callRefused({}, insecure('token-decryption'), flipFirst('xenc:CipherValue')));
  it('an assertion with another ABN in it', () => {
    const forged = forge(simulator, token, (assertion) => assertion.replace(ABN, '96312011219'));
    return callRefused({ encryptedData: forged.encryptedData }, insecure('assertion-signature'));
  });
  it('an assertion without signature', () => {
    const forged = forge(simulator, token, (assertion) => assertion.replace(signatureIn(assertion), ''));
    return callRefused({ encryptedData: forged.encryptedData }, insecure('assertion-unsigned'));
  });
  it('a token that holds something else', () => {
    const forged = forge(simulator, token, () => '<other/>');
    return callRefused({ encryptedData: forged.encryptedData }, insecure('assertion-unreadable'));
  });
  it('a token made for the test environment, sent to production', () =>
    callRefused(
      { to: 'https://portal.usi.gov.au/service/v5/usiservice.svc' },
      insecure('token-audience'),
      undefined,
      {
        host: 'portal.usi.gov.au',
      },
    ));
  it('a token that has run out', async () => {
    simulator.setClockOffset(1201);
    const later = { created: ago(-20), expires: ago(-25) };
    await callRefused(later, insecure('token-expired')).finally(() => simulator.setClockOffset(0));
  });
  it('addressed to the wrong version', () =>
    callRefused({ to: 'https://3pt.portal.usi.gov.au/service/usiservice.svc' }, insecure('to-mismatch')));
  it('a mandatory header that nobody understands', () =>
    callRefused(
      { extraHeader: '<x:Strange xmlns:x="urn:x" s:mustUnderstand="true"></x:Strange>' },
      { fault: 'MustUnderstand', cause: 'must-understand' },
    ));
  it('a document type', () =>
    callRefused(
      {},
      { status: 400, fault: null, cause: 'doctype' },
      (xml) => `<!DOCTYPE s:Envelope SYSTEM "x">${xml}`,
    ));
});

describe('Registry calls that the business refuses', () => {
  const student = {
    USI: 'BNGH7C75FN',
    FirstName: 'Maryam',
    FamilyName: 'Fredrick',
    DateOfBirth: '1966-05-25',
  };
  it('an OrgCode that nobody has', () =>
    callRefused(
      { body: verifyBody({ OrgCode: 'ZZ9999', ...student }) },
      { fault: '1002', cause: 'org-code-unknown' },
    ));
  it("another organisation's OrgCode", () =>
    callRefused(
      { body: verifyBody({ OrgCode: 'VA1802', ...student }) },
      { fault: '2002', cause: 'abn-mismatch' },
    ));
  it('a token that does not say which ABN it is for', async () => {
    const anonymous = await requestToken(simulator, { claims: [[`${CLAIMS}credentialtype`, false]] });
    simulator.clearLog();
    expectRefusal(simulator, await call(simulator, anonymous), { fault: '2002', cause: 'abn-claim-missing' });
  });

  const schema = { fault: '1002', cause: 'body-schema' };
  const { USI, FirstName, FamilyName, DateOfBirth } = student;
  it.each([
    ['elements out of order', { USI, FamilyName, FirstName, DateOfBirth }],
    ['a lower-case USI', { ...student, USI: 'bngh7c75fn' }],
    ['a USI of nine characters', { ...student, USI: 'BNGH7C75F' }],
    ['an Australian date', { ...student, DateOfBirth: '25/05/1966' }],
    ['a date that does not exist', { ...student, DateOfBirth: '1966-02-30' }],
    ['no name', { USI, DateOfBirth }],
    ['three names', { USI, FirstName, FamilyName, SingleName: 'Maryam', DateOfBirth }],
    ['a middle name', { USI, FirstName, MiddleName: 'Q', FamilyName, DateOfBirth }],
    ['a name of 41 characters', { ...student, FirstName: 'M'.repeat(41) }],
    ['an OrgCode of nine characters', { OrgCode: 'VA1803000', ...student }],
  ])('%s', (_title, members) => callRefused({ body: verifyBody(members) }, schema));

  it('answers several mistakes with an array of complaints', async () => {
    const reply = await call(simulator, token, {
      body: verifyBody({ ...student, USI: 'x', DateOfBirth: 'y' }),
    });
    expect(reply.text).toMatch(
      /<ArrayOfErrorInfo xmlns="http:\/\/usi.gov.au\/2020\/ws">(<ErrorInfo>.*?<\/ErrorInfo>){2,}</,
    );
  });
  it.each(['Nonsense', 'LocateUSI', 'constructor', ''])(
    'the operation "%s", which is not simulated',
    (name) =>
      callRefused(
        { action: `http://usi.gov.au/2022/ws/${name}` },
        { fault: 'ActionNotSupported', cause: 'action-unknown' },
      ),
  );
  it('a body of another operation', () =>
    callRefused(
      { body: MARYAM.replaceAll('VerifyUSI', 'GetCountries') },
      { fault: '1002', cause: 'body-element' },
    ));
});

describe('requests to other places', () => {
  it('answers 404 to unknown paths and 405 to other methods', async () => {
    const get = (path: string) => post(simulator, simulator.origin + path, '', { method: 'GET' });
    expect((await get('/')).status).toBe(404);
    expect((await get('/service/v5/usiservice.svc')).status).toBe(405);
    expect((await post(simulator, simulator.usi, '', { method: 'OPTIONS' })).status).toBe(405);
    expect(simulator.log.map(({ cause }) => cause)).toEqual(['path', 'method', 'method']);
  });
});
