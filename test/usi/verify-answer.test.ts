import { describe, expect, it } from 'vitest';
import { mayRetry, Problem, type ProblemCode } from '../../src/problems/index.ts';
import { type Answer, fault, soap } from '../support/io.ts';
import { example } from '../support/protocol.ts';
import { ask, MARYAM, problemOf, SINGLE, VALID } from './support/verify.ts';

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
