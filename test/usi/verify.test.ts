import { beforeAll, describe, expect, it } from 'vitest';
import { ENVIRONMENTS } from '../../src/environments.ts';
import { mayRetry, Problem, type ProblemCode } from '../../src/problems/index.ts';
import { issueToken } from '../../src/sts/index.ts';
import { type Caller, type QueryDraft, verifyUsi } from '../../src/usi/index.ts';
import { type Answer, answer, fakeIo, fault, soap } from '../support/io.ts';
import { example, throwawaySigner, VECTORS, vector, vectorPath } from '../support/protocol.ts';
import { hasReference, referencePath } from '../support/reference.ts';
import {
  canonicalise,
  describeWithTool,
  parseLoosely,
  validateWithXmllint,
  verifyWithXmlsec,
} from '../support/xml-tools.ts';

const MARYAM: QueryDraft = {
  usi: 'BNGH7C75FN',
  firstName: 'Maryam',
  familyName: 'Fredrick',
  dateOfBirth: '1966-05-25',
};
const SINGLE: QueryDraft = { usi: 'QFJEGFSBC4', singleName: 'Testsinglename', dateOfBirth: '1985-01-01' };
const UUIDS = ['bbbbbbbb-cccc-4ddd-8eee-ffffffffffff'];
const VALID = soap(example('VerifyUSI.response.valid.xml'));

let caller: Caller;
beforeAll(async () => {
  const service = ENVIRONMENTS.thirdParty;
  const io = fakeIo([answer(example('synthetic-rstr.binarysecret.xml'))]);
  caller = { token: await issueToken(throwawaySigner(), service, io), orgCode: 'VA1803', service };
});

async function sent(query: QueryDraft, given = VALID) {
  const io = fakeIo([answer(given)], UUIDS);
  await verifyUsi(query, caller, io);
  const [request] = io.requests;
  if (request === undefined) throw new Error('nothing sent');
  return request;
}

function ask(given: string | Answer, query = MARYAM, status = 200) {
  return verifyUsi(query, caller, fakeIo([typeof given === 'string' ? answer(given, status) : given]));
}

async function problemOf(given: string, status = 200): Promise<Problem> {
  const error = await ask(given, MARYAM, status).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(Problem);
  return error;
}

function bodyOf(message: string): string {
  const body = parseLoosely(message).getElementsByTagNameNS('http://usi.gov.au/2022/ws', 'VerifyUSI').item(0);
  if (body === null) throw new Error('no body');
  return canonicalise(body);
}

describe('a VerifyUSI request', () => {
  it('is the golden vector, token aside, byte for byte once both are canonical', async () => {
    const { body, url } = await sent(MARYAM);
    expect(url).toBe(ENVIRONMENTS.thirdParty.usi);
    const withoutToken = (xml: string) =>
      canonicalise(parseLoosely(xml)).replace(/<xenc:EncryptedData.*<\/xenc:EncryptedData>/, '');
    expect(withoutToken(body)).toBe(withoutToken(vector('usi-verify-signed.xml')));
  });

  it('has the body of the examples', async () => {
    expect(bodyOf((await sent(MARYAM)).body)).toBe(example('VerifyUSI.request.xml').trim());
    const single = soap(example('VerifyUSI.response.deactivated.xml'));
    expect(bodyOf((await sent(SINGLE, single)).body)).toBe(
      example('VerifyUSI.request.singlename.xml').trim(),
    );
  });

  it('writes names with markup characters as text', async () => {
    const { body } = await sent({ ...MARYAM, firstName: '<b>&', familyName: 'O\'Brien "x"' });
    expect(body).toContain('<FirstName>&lt;b&gt;&amp;</FirstName><FamilyName>O\'Brien "x"</FamilyName>');
  });

  it.each([
    ['a wrong check character', { ...MARYAM, usi: 'BNGH7C75FM' }, 'USI_CHECK_CHARACTER'],
    ['no family name', { ...MARYAM, familyName: '' }, 'NAME_MISSING'],
    ['both kinds of name', { ...MARYAM, singleName: 'Maryam' }, 'NAME_CHOICE'],
    ['a date that is none', { ...MARYAM, dateOfBirth: '1966-02-30' }, 'DATE_MALFORMED'],
  ])('is not sent with %s', async (_what, query, code) => {
    const io = fakeIo([answer(VALID)]);
    await expect(verifyUsi(query, caller, io)).rejects.toMatchObject({ code });
    expect(io.requests).toHaveLength(0);
  });

  it('is not sent without an OrgCode', async () => {
    const io = fakeIo([answer(VALID)]);
    await expect(verifyUsi(MARYAM, { ...caller, orgCode: ' ' }, io)).rejects.toMatchObject({
      code: 'ORG_CODE_MISSING',
    });
    expect(io.requests).toHaveLength(0);
  });
});

describeWithTool('xmlsec1', 'a VerifyUSI request, verified by xmlsec1', () => {
  it('is signed with the proof key over exactly the Timestamp', async () => {
    const { body } = await sent(MARYAM);
    const references = verifyWithXmlsec(body, ['--hmackey', vectorPath('hmac-key.bin')], ['Timestamp']);
    expect(references).toEqual([{ uri: '#_0', bytes: VECTORS.usi.timestampCanonical }]);
  });

  it('does not verify with another key', async () => {
    const { body } = await sent(MARYAM);
    expect(() =>
      verifyWithXmlsec(body, ['--hmackey', vectorPath('throwaway-pub.pem')], ['Timestamp']),
    ).toThrow();
  });
});

const XSD = ['protocol', 'wsdl', 'extracted', 'v5-usi-2022-ws.xsd'] as const;
describe.skipIf(!hasReference(...XSD))('the official schema (skipped without the reference material)', () => {
  describeWithTool('xmllint', 'of version 5', () => {
    it.each([
      ['first and family name', MARYAM, VALID],
      ['a single name', SINGLE, soap(example('VerifyUSI.response.deactivated.xml'))],
      ['the longest names', { ...MARYAM, firstName: 'é'.repeat(40), familyName: '𝄞'.repeat(40) }, VALID],
      ['a pasted number', { ...MARYAM, usi: ' bngh 7c75 fn', dateOfBirth: '25/5/66' }, VALID],
    ])('accepts the body with %s', async (_what, query, response) => {
      const body = bodyOf((await sent(query, response)).body);
      expect(validateWithXmllint(body, referencePath(...XSD))).toBe('');
    });

    it('would refuse another order', () => {
      const wrong = example('VerifyUSI.request.xml').replace(
        /(<OrgCode>.*<\/OrgCode>)(<USI>.*<\/USI>)/,
        '$2$1',
      );
      expect(validateWithXmllint(wrong, referencePath(...XSD))).not.toBe('');
    });
  });
});

describe('a VerifyUSI answer', () => {
  it.each([
    ['VerifyUSI.response.valid.xml', MARYAM, 'verified', []],
    ['VerifyUSI.response.nomatch.xml', MARYAM, 'differs', ['familyName']],
    ['VerifyUSI.response.deactivated.xml', SINGLE, 'deactivated', []],
    ['VerifyUSI.response.invalid.xml', MARYAM, 'not-found', []],
    ['VerifyUSI.response.invalid.bare.xml', MARYAM, 'not-found', []],
  ])('%s is judged', async (file, query, verdict, differs) => {
    expect(await ask(soap(example(file)), query)).toMatchObject({ verdict, differs });
  });

  it('is read from the example of an envelope, whatever the prefixes', async () => {
    const xml = example('synthetic-usi-verify-response-envelope.xml');
    expect((await ask(xml)).verdict).toBe('verified');
    const prefixed = xml
      .replace(/<(\/?)(VerifyUSIResponse|USIStatus|FirstName|FamilyName|DateOfBirth)/g, '<$1q:$2')
      .replace('xmlns="http://usi', 'xmlns:q="http://usi');
    expect(prefixed).toContain('<q:USIStatus>');
    expect((await ask(prefixed)).verdict).toBe('verified');
  });

  const valid = example('VerifyUSI.response.valid.xml');
  it.each([
    ['no status', valid.replace('<USIStatus>Valid</USIStatus>', ''), 'no USIStatus'],
    ['another status', valid.replace('>Valid<', '>Suspended<'), 'USIStatus'],
    ['an empty status', valid.replace('>Valid<', '><'), 'USIStatus'],
    ['two statuses', valid.replace('<FirstName>', '<USIStatus>Valid</USIStatus><FirstName>'), 'USIStatus'],
    ['another flag', valid.replace('<FirstName>Match', '<FirstName>Maybe'), 'FirstName'],
    [
      'a flag twice',
      valid.replace('<DateOfBirth>', '<FirstName>Match</FirstName><DateOfBirth>'),
      'FirstName',
    ],
    [
      'a flag missing though the status is Valid',
      valid.replace('<FamilyName>Match</FamilyName>', ''),
      'no familyName',
    ],
    [
      'only flags of fields that were not sent',
      valid.replace(/<FirstName>.*<\/FamilyName>/, '<SingleName>Match</SingleName>'),
      'no firstName',
    ],
    ['an unknown element', valid.replace('<DateOfBirth>', '<Extra>1</Extra><DateOfBirth>'), 'Extra'],
    [
      'an element of another namespace',
      valid.replace('<DateOfBirth>', '<DateOfBirth xmlns="urn:x">'),
      'DateOfBirth',
    ],
    [
      'a flag inside another element',
      valid.replace('<FirstName>Match<', '<FirstName><b>Match</b><'),
      'FirstName',
    ],
    ['a status in two parts', valid.replace('>Valid<', '>Va<b/>lid<'), 'USIStatus'],
    [
      'a flag of a field that was not sent',
      valid.replace('<DateOfBirth>', '<SingleName>Match</SingleName><DateOfBirth>'),
      'singleName',
    ],
    ['version 4', valid.replace('2022/ws', '2020/ws'), 'VerifyUSIResponse'],
    [
      'the answer to another operation',
      '<LocateUSIResponse xmlns="http://usi.gov.au/2022/ws"/>',
      'LocateUSIResponse',
    ],
  ])('with %s is unexpected, and says what is', async (_what, body, part) => {
    expect((await problemOf(soap(body))).toValue()).toEqual({
      code: 'REGISTRY_ANSWER_UNEXPECTED',
      params: { part },
    });
  });
});

describe('a Registry fault', () => {
  const errorInfo = (code: string, namespace = 'http://usi.gov.au/2020/ws') =>
    `<ErrorInfo xmlns="${namespace}"><Code>${code}</Code><Title>The title</Title><Message>The message.</Message></ErrorInfo>`;

  it.each<[string, ProblemCode, boolean]>([
    ['1001', 'REGISTRY_UNAVAILABLE', true],
    ['1002', 'REGISTRY_VALIDATION', false],
    ['2002', 'REGISTRY_NOT_AUTHORISED', false],
    ['2004', 'REGISTRY_IDENTITY_UNVERIFIED', false],
    ['9999', 'REGISTRY_REFUSED', false],
    ['constructor', 'REGISTRY_REFUSED', false],
  ])('%s is %s', async (code, problem, retry) => {
    for (const namespace of ['http://usi.gov.au/2020/ws', 'http://usi.gov.au/2022/ws']) {
      const found = await problemOf(fault(['Sender'], 'x', errorInfo(code, namespace)), 500);
      expect(found.toValue()).toEqual({
        code: problem,
        params: { serviceCode: code, serviceWords: 'The title: The message.' },
      });
      expect(mayRetry(problem)).toBe(retry);
    }
  });

  it('is read from the examples', async () => {
    expect((await problemOf(example('synthetic-usi-errorinfo-fault.xml'), 500)).toValue()).toEqual({
      code: 'REGISTRY_NOT_AUTHORISED',
      params: { serviceCode: '2002', serviceWords: 'Organisation Failed Authorisation: placeholder' },
    });
    for (const file of ['fault-detail.ErrorInfo.xml', 'fault-detail.ArrayOfErrorInfo.xml']) {
      const found = await problemOf(fault(['Sender'], 'x', example(file)), 500);
      expect(found.toValue()).toEqual({
        code: 'REGISTRY_VALIDATION',
        params: { serviceCode: '1002', serviceWords: 'Generic Validation: placeholder' },
      });
    }
  });

  it('with several errors shows the words of all', async () => {
    const array = `<ArrayOfErrorInfo xmlns="http://usi.gov.au/2022/ws">${errorInfo('1002')}${errorInfo('2002')}</ArrayOfErrorInfo>`;
    expect((await problemOf(fault(['Sender'], 'x', array))).toValue()).toEqual({
      code: 'REGISTRY_VALIDATION',
      params: { serviceCode: '1002, 2002', serviceWords: 'The title: The message.\nThe title: The message.' },
    });
  });

  it.each<[string, string[], ProblemCode]>([
    ['about security', ['Sender', 'InvalidSecurity'], 'SECURITY_REFUSED'],
    ['about an action', ['Sender', 'ActionNotSupported'], 'SOAP_REFUSED'],
    ['of an endpoint that is unavailable', ['Receiver', 'EndpointUnavailable'], 'REGISTRY_UNAVAILABLE'],
    ['without any detail', ['Receiver'], 'SOAP_REFUSED'],
  ])('%s is told apart', async (_what, codes, code) => {
    expect((await problemOf(fault(codes, 'Words.'), 500)).toValue()).toMatchObject({
      code,
      params: { serviceCode: codes.at(-1), serviceWords: 'Words.' },
    });
  });
});

describe('a hostile or broken answer', () => {
  it.each<[string, string, number, ProblemCode]>([
    [
      'a document type',
      `<!DOCTYPE x [<!ENTITY a "Valid">]>${VALID.replace('>Valid<', '>&a;<')}`,
      200,
      'ANSWER_DOCTYPE',
    ],
    [
      'an answer to another request',
      example('synthetic-usi-verify-response-envelope.xml').replaceAll('11111111', '22222222'),
      200,
      'ANSWER_UNRELATED',
    ],
    ['a log-in page', '<!DOCTYPE html><html><form></form></html>', 200, 'ANSWER_NOT_XML'],
    ['a gateway error', 'Bad gateway', 502, 'SERVICE_HTTP_ERROR'],
    ['two bodies', VALID.replace('</s:Body>', '</s:Body><s:Body/>'), 200, 'ANSWER_NOT_SOAP'],
    ['three megabytes', ' '.repeat(3 * 1024 * 1024), 200, 'ANSWER_TOO_LARGE'],
  ])('%s is refused', async (_what, xml, status, code) => {
    expect((await problemOf(xml, status)).code).toBe(code);
  });

  it('never puts the student into a problem', async () => {
    const echo: Answer = ({ body }) => new Response(body);
    const error = await ask(echo).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(Problem);
    expect(JSON.stringify((error as Problem).toValue())).not.toMatch(/Maryam|Fredrick|1966|BNGH7C75FN/);
  });
});
