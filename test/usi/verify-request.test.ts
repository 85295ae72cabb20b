import { describe, expect, it } from 'vitest';
import { ENVIRONMENTS } from '../../src/environments.ts';
import { verifyUsi } from '../../src/usi/index.ts';
import { answer, fakeIo, soap } from '../support/io.ts';
import { example, VECTORS, vector, vectorPath } from '../support/protocol.ts';
import { hasReference, referencePath } from '../support/reference.ts';
import {
  canonicalise,
  describeWithTool,
  parseLoosely,
  validateWithXmllint,
  verifyWithXmlsec,
} from '../support/xml-tools.ts';
import { caller, MARYAM, SINGLE, sent, VALID } from './support/verify.ts';

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
    await expect(verifyUsi(query, await caller, io)).rejects.toMatchObject({ code });
    expect(io.requests).toHaveLength(0);
  });

  it('is not sent without an OrgCode', async () => {
    const io = fakeIo([answer(VALID)]);
    await expect(verifyUsi(MARYAM, { ...(await caller), orgCode: ' ' }, io)).rejects.toMatchObject({
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
