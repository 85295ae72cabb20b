import { describe, expect, it } from 'vitest';
import { ENVIRONMENTS } from '../../src/environments.ts';
import { Problem } from '../../src/problems/index.ts';
import { issueToken } from '../../src/sts/index.ts';
import { readXml } from '../../src/xml/index.ts';
import { answer, fakeIo, VECTOR_TIME } from '../support/io.ts';
import { example, throwawaySigner, VECTORS } from '../support/protocol.ts';
import { canonicalise, parseLoosely } from '../support/xml-tools.ts';

const RSTR = example('synthetic-rstr.binarysecret.xml');
const XENC = 'http://www.w3.org/2001/04/xmlenc#';

function issue(xml: string, keep?: (bytes: Uint8Array) => Promise<void>) {
  const io = fakeIo([answer(xml)]);
  return issueToken(throwawaySigner(), ENVIRONMENTS.thirdParty, io, undefined, keep);
}

async function problemOf(xml: string) {
  const error = await issue(xml).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(Problem);
  return (error as Problem).toValue();
}

/** The example without an element (and everything in it). */
function without(name: string): string {
  const shorter = RSTR.replace(new RegExp(`<trust:${name}>.*?</trust:${name}>`), '');
  expect(shorter).not.toBe(RSTR);
  return shorter;
}

describe('an issued token', () => {
  it('has the EncryptedData without its wrapping, equal in meaning', async () => {
    const { encryptedData } = await issue(RSTR);
    const original = parseLoosely(RSTR).getElementsByTagNameNS(XENC, 'EncryptedData').item(0);
    if (original === null) throw new Error('example');
    expect(canonicalise(parseLoosely(encryptedData))).toBe(canonicalise(original));
    expect(readXml(encryptedData)).toMatchObject({ namespace: XENC, name: 'EncryptedData' });
  });

  it('has the attached reference, not the one inside EncryptedData', async () => {
    const { reference } = await issue(RSTR);
    expect(reference).toContain('>_0a1b2c3d-0000-4000-8000-000000000001<');
    expect(reference).toContain('k:TokenType=');
  });

  it('has the lifetime that the service says, and not the one asked for', async () => {
    const token = await issue(RSTR.replace('04:35:06.999Z', '04:15:06.999Z'));
    expect(token.issuedAt).toBe(Date.parse('2026-02-03T04:05:06.999Z'));
    expect(token.expiresAt).toBe(Date.parse('2026-02-03T04:15:06.999Z'));
  });

  it('reads times as .NET writes them, and without a zone as UTC', async () => {
    const token = await issue(
      RSTR.replace('04:05:06.999Z', '04:05:06.9991234Z').replace('04:35:06.999Z', '04:35:06'),
    );
    expect(token.issuedAt).toBe(Date.parse('2026-02-03T04:05:06.999Z'));
    expect(token.expiresAt).toBe(Date.parse('2026-02-03T04:35:06Z'));
    const offset = await issue(RSTR.replace('2026-02-03T04:35:06.999Z', '2026-02-03T15:35:06+11:00'));
    expect(offset.expiresAt).toBe(Date.parse('2026-02-03T04:35:06Z'));
  });

  it('lasts half an hour where no lifetime is given', async () => {
    const token = await issue(without('Lifetime'));
    expect([token.issuedAt, token.expiresAt]).toEqual([VECTOR_TIME, VECTOR_TIME + 1_800_000]);
  });

  it('has a proof key that signs with HMAC-SHA1 and cannot be taken out', async () => {
    const { proofKey } = await issue(RSTR);
    expect(proofKey).toMatchObject({
      extractable: false,
      usages: ['sign'],
      algorithm: { name: 'HMAC', hash: { name: 'SHA-1' } },
    });
    const bytes = new TextEncoder().encode(VECTORS.usi.signedInfoCanonical);
    const signature = await crypto.subtle.sign('HMAC', proofKey, bytes);
    expect(Buffer.from(signature).toString('base64')).toBe(VECTORS.usi.signatureValueHmacSha1);
  });

  it('shows the bytes of its proof key once, and wipes them', async () => {
    let seen: Uint8Array | undefined;
    let copy = '';
    await issue(RSTR, async (bytes) => {
      seen = bytes;
      copy = Buffer.from(bytes).toString('base64');
    });
    expect(copy).toBe(VECTORS.usi.proofKeyBase64);
    expect(seen).toEqual(new Uint8Array(32));
  });

  it('is not issued if its key could not be kept; the bytes are wiped all the same', async () => {
    let seen: Uint8Array | undefined;
    const full = new Error('storage is full');
    const issued = issue(RSTR, async (bytes) => {
      seen = bytes;
      throw full;
    });
    await expect(issued).rejects.toBe(full);
    expect(seen).toEqual(new Uint8Array(32));
  });

  it('is read whatever the prefixes', async () => {
    const renamed = RSTR.replaceAll('trust:', 't:')
      .replaceAll('xmlns:trust', 'xmlns:t')
      .replaceAll('xenc:', 'x:')
      .replaceAll('xmlns:xenc', 'xmlns:x');
    expect(renamed).not.toContain('trust:');
    expect((await issue(renamed)).encryptedData).toContain('<x:EncryptedData');
  });

  it('is read with EncryptedData by itself, as SAML 1.1 has it', async () => {
    const bare = RSTR.replace(/<\/?saml:EncryptedAssertion[^>]*>/g, '');
    expect((await issue(bare)).encryptedData).toBe(
      (await issue(RSTR)).encryptedData.replace(/ xmlns:saml="[^"]*"/, ''),
    );
  });

  it('is read from a response that stands outside a collection', async () => {
    const single = RSTR.replace('<trust:RequestSecurityTokenResponseCollection', '<x')
      .replace(
        /<x xmlns:trust="([^"]*)"><trust:RequestSecurityTokenResponse>/,
        '<trust:RequestSecurityTokenResponse xmlns:trust="$1">',
      )
      .replace('</trust:RequestSecurityTokenResponseCollection>', '');
    expect((await issue(single)).reference).toContain('SAMLID');
  });

  it('takes along namespaces that ancestors of EncryptedData declare', async () => {
    const moved = RSTR.replace(` xmlns:xenc="${XENC}"`, '').replace(
      '<s:Body>',
      `<s:Body xmlns:xenc="${XENC}">`,
    );
    expect(moved.indexOf('xmlns:xenc')).toBeLessThan(moved.indexOf('RequestedSecurityToken'));
    const { encryptedData } = await issue(moved);
    expect(canonicalise(parseLoosely(encryptedData))).toBe(
      canonicalise(parseLoosely((await issue(RSTR)).encryptedData)),
    );
  });
});

describe('a token answer is refused', () => {
  it('with a computed key, which was not asked for', async () => {
    expect(await problemOf(example('synthetic-rstr.computedkey.xml'))).toEqual({
      code: 'STS_KEY_UNSUPPORTED',
      params: { kind: 'ComputedKey' },
    });
  });

  it('with an encrypted key', async () => {
    const xml = RSTR.replace(
      /<trust:BinarySecret>.*?<\/trust:BinarySecret>/,
      `<e:EncryptedKey xmlns:e="${XENC}"/>`,
    );
    expect(await problemOf(xml)).toEqual({ code: 'STS_KEY_UNSUPPORTED', params: { kind: 'EncryptedKey' } });
  });

  it('with a secret that is no symmetric key', async () => {
    const nonce = 'http://docs.oasis-open.org/ws-sx/ws-trust/200512/Nonce';
    const xml = RSTR.replace('<trust:BinarySecret>', `<trust:BinarySecret Type="${nonce}">`);
    expect(await problemOf(xml)).toEqual({ code: 'STS_KEY_UNSUPPORTED', params: { kind: nonce } });
    const symmetric = RSTR.replace(
      '<trust:BinarySecret>',
      `<trust:BinarySecret Type="${nonce.replace('Nonce', 'SymmetricKey')}">`,
    );
    expect((await issue(symmetric)).proofKey.type).toBe('secret');
  });

  it.each([['RequestedSecurityToken'], ['RequestedProofToken'], ['RequestedAttachedReference']])(
    'without %s',
    async (part) => {
      expect(await problemOf(without(part))).toEqual({ code: 'STS_ANSWER_UNEXPECTED', params: { part } });
    },
  );

  it.each([
    ['no EncryptedData', RSTR.replaceAll('xenc:EncryptedData', 'xenc:Other'), 'RequestedSecurityToken'],
    ['a key that is not base64', RSTR.replace(/(BinarySecret>)[^<]*/, '$1%%%'), 'BinarySecret'],
    ['an empty key', RSTR.replace(/(BinarySecret>)[^<]*/, '$1'), 'BinarySecret'],
    [
      'an empty proof token',
      RSTR.replace(/<trust:BinarySecret>.*?<\/trust:BinarySecret>/, ''),
      'RequestedProofToken',
    ],
    ['a lifetime that is no time', RSTR.replace('2026-02-03T04:35:06.999Z', 'soon'), 'Lifetime'],
    [
      'a month that does not exist',
      RSTR.replace('2026-02-03T04:35:06.999Z', '2026-13-03T04:35:06Z'),
      'Lifetime',
    ],
    [
      'two responses',
      RSTR.replace(/(<trust:RequestSecurityTokenResponse>.*<\/trust:RequestSecurityTokenResponse>)/, '$1$1'),
      'RequestSecurityTokenResponseCollection',
    ],
    ['another message', example('synthetic-usi-verify-response-envelope.xml'), 'VerifyUSIResponse'],
    [
      'WS-Trust of 2005',
      RSTR.replaceAll(
        'http://docs.oasis-open.org/ws-sx/ws-trust/200512',
        'http://schemas.xmlsoap.org/ws/2005/02/trust',
      ),
      'RequestSecurityTokenResponseCollection',
    ],
  ])('with %s', async (_what, xml, part) => {
    expect(await problemOf(xml)).toEqual({ code: 'STS_ANSWER_UNEXPECTED', params: { part } });
  });
});
