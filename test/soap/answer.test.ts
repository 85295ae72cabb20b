import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/problems/index.ts';
import { readAnswer } from '../../src/soap/answer.ts';
import { soap } from '../support/io.ts';
import { example } from '../support/protocol.ts';

const ID = 'urn:uuid:11111111-2222-4333-8444-555555555555';
const RELATES = (id: string) =>
  `<a:RelatesTo xmlns:a="http://www.w3.org/2005/08/addressing">${id}</a:RelatesTo>`;

function problemOf(text: string, status = 200): Problem {
  try {
    readAnswer({ status, text }, ID, 'The USI Registry');
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('accepted');
}

describe('readAnswer accepts', () => {
  it.each([
    ['the example of an answer', example('synthetic-usi-verify-response-envelope.xml'), 'VerifyUSIResponse'],
    ['the example of a fault', example('synthetic-sts-fault.xml'), 'Fault'],
    ['an answer that does not say what it relates to', soap('<b/>'), 'b'],
    ['an answer without header', soap('<b/>').replace('<s:Header></s:Header>', ''), 'b'],
    [
      'other prefixes',
      '<Envelope xmlns="http://www.w3.org/2003/05/soap-envelope"><Body><b xmlns=""/></Body></Envelope>',
      'b',
    ],
    ['white space around the content', soap(' \r\n <b/> \r\n '), 'b'],
  ])('%s', (_what, text, name) => {
    expect(readAnswer({ status: 200, text }, ID, 'The USI Registry').name).toBe(name);
  });

  it('an envelope with any HTTP status', () => {
    for (const status of [200, 202, 400, 500, 503]) {
      expect(readAnswer({ status, text: soap('<b/>') }, ID, 'x').name).toBe('b');
    }
  });
});

describe('readAnswer refuses', () => {
  const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "${'&lol;'.repeat(10)}"><!ENTITY lol3 "${'&lol2;'.repeat(10)}">]>`;
  it.each([
    ['an answer to another request', soap('<b/>', RELATES('urn:uuid:0')), 'ANSWER_UNRELATED'],
    [
      'an answer to this and another request',
      soap('<b/>', RELATES(ID) + RELATES('urn:uuid:0')),
      'ANSWER_UNRELATED',
    ],
    [
      'an answer with a second header that relates to another request',
      soap('<b/>', `${RELATES(ID)}</s:Header><s:Header>${RELATES('urn:uuid:0')}`),
      'ANSWER_UNRELATED',
    ],
    ['a fault for another request', soap('<s:Fault/>', RELATES('urn:uuid:0')), 'ANSWER_UNRELATED'],
    ['an empty body', soap(''), 'ANSWER_NOT_SOAP'],
    ['text in the body', soap('OK'), 'ANSWER_NOT_SOAP'],
    ['two elements in the body', soap('<b/><c/>'), 'ANSWER_NOT_SOAP'],
    ['two bodies', soap('<b/></s:Body><s:Body><c/>'), 'ANSWER_NOT_SOAP'],
    ['no body', '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"/>', 'ANSWER_NOT_SOAP'],
    [
      'SOAP 1.1',
      soap('<b/>').replace(
        'http://www.w3.org/2003/05/soap-envelope',
        'http://schemas.xmlsoap.org/soap/envelope/',
      ),
      'ANSWER_NOT_SOAP',
    ],
    ['other XML', '<a/>', 'ANSWER_NOT_SOAP'],
    ['a document type', `<!DOCTYPE a>${soap('<b/>')}`, 'ANSWER_DOCTYPE'],
    ['entities', laughs + soap('<b>&lol3;</b>'), 'ANSWER_DOCTYPE'],
    ['nothing', '', 'ANSWER_NOT_XML'],
    ['plain text', 'Proxy Authentication Required', 'ANSWER_NOT_XML'],
    ['JSON', '{"error":"x"}', 'ANSWER_NOT_XML'],
    [
      'a log-in page',
      '<!DOCTYPE html><html><head><title>Log in</title></head><body><br></body></html>',
      'ANSWER_NOT_XML',
    ],
    [
      'an old log-in page',
      '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html/>',
      'ANSWER_NOT_XML',
    ],
    ['half an answer', soap('<b/>').slice(0, -20), 'ANSWER_NOT_XML'],
    ['deep nesting', soap('<b>'.repeat(200) + '</b>'.repeat(200)), 'ANSWER_NOT_XML'],
  ])('%s', (_what, text, code) => {
    expect(problemOf(text).code).toBe(code);
  });

  it.each([
    [503, '<!DOCTYPE html><html><body>Service Unavailable</body></html>'],
    [503, ''],
    [502, 'Bad gateway'],
    [410, '<html/>'],
    [404, '<a/>'],
    [400, ''],
    [302, ''],
    [407, 'Proxy Authentication Required'],
  ])('HTTP status %i without an envelope, naming the status', (status, text) => {
    expect(problemOf(text, status).toValue()).toEqual({
      code: 'SERVICE_HTTP_ERROR',
      params: { service: 'The USI Registry', status: String(status) },
    });
  });

  it('a document type also with an HTTP error', () => {
    expect(problemOf(laughs + soap('<b/>'), 500).code).toBe('ANSWER_DOCTYPE');
  });
});
