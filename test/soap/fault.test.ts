import { describe, expect, it } from 'vitest';
import { generalProblem, isUnavailable, readFault } from '../../src/soap/fault.ts';
import { readXml, type XmlElement } from '../../src/xml/index.ts';
import { fault } from '../support/io.ts';
import { example } from '../support/protocol.ts';

function faultElement(xml: string): XmlElement {
  const body = readXml(xml)
    .content.filter((one) => typeof one !== 'string')
    .at(-1);
  return body?.content.find((one) => typeof one !== 'string') as XmlElement;
}

function problemOf(xml: string) {
  return generalProblem(readFault(faultElement(xml)), 'The USI Registry');
}

describe('a fault without words of the service’s own', () => {
  it('that is about security is called so, with the subcode and the reason verbatim', () => {
    const problem = problemOf(example('synthetic-wss-invalidsecurity-fault.xml'));
    expect(problem.toValue()).toEqual({
      code: 'SECURITY_REFUSED',
      params: {
        service: 'The USI Registry',
        serviceCode: 'InvalidSecurity',
        serviceWords: 'An error occurred when verifying security for the message.',
      },
    });
    expect(problem.retry).toBe(true);
  });

  it.each([
    'FailedAuthentication',
    'InvalidSecurityToken',
    'MessageExpired',
    'BadContextToken',
    'FailedCheck',
    'SecurityTokenUnavailable',
    'UnsupportedSecurityToken',
    'UnsupportedAlgorithm',
  ])('%s is about security', (subcode) => {
    expect(problemOf(fault(['Sender', subcode], 'x')).code).toBe('SECURITY_REFUSED');
    expect(problemOf(fault(['Sender', 'Outer', subcode], 'x')).params.serviceCode).toBe(subcode);
  });

  it.each([
    [['Sender', 'ActionNotSupported'], 'ActionNotSupported'],
    [['Receiver', 'InternalServiceFault'], 'InternalServiceFault'],
    [['MustUnderstand'], 'MustUnderstand'],
    [['Receiver'], 'Receiver'],
  ])('%j is none', (codes, serviceCode) => {
    const problem = problemOf(fault(codes, 'The words.'));
    expect(problem.code).toBe('SOAP_REFUSED');
    expect(problem.params).toMatchObject({ serviceCode, serviceWords: 'The words.' });
    expect(problem.retry).toBe(false);
  });

  it('survives a fault with nothing in it', () => {
    const empty = '<s:Fault xmlns:s="http://www.w3.org/2003/05/soap-envelope"/>';
    expect(generalProblem(readFault(readXml(empty)), 'x').params).toMatchObject({
      serviceCode: '',
      serviceWords: '',
    });
  });
});

describe('readFault', () => {
  it('prefers the English words', () => {
    const xml = fault(['Sender'], 'English').replace(
      '<s:Text',
      '<s:Text xml:lang="de">Deutsch</s:Text><s:Text',
    );
    expect(readFault(faultElement(xml)).reason).toBe('English');
  });

  it('tells that an endpoint is unavailable', () => {
    expect(isUnavailable(readFault(faultElement(fault(['Receiver', 'EndpointUnavailable'], ''))))).toBe(true);
  });
});
