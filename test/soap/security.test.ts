import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { base64Decode, importHmacKey } from '../../src/crypto/index.ts';
import { to } from '../../src/soap/addressing.ts';
import { hmacSecurity, rsaSecurity, type Token } from '../../src/soap/index.ts';
import { canonical, descend, type Markup, readXml, serialise } from '../../src/xml/index.ts';
import { fakeIo, VECTOR_TIME } from '../support/io.ts';
import { throwawaySigner, VECTORS, vector } from '../support/protocol.ts';

const STS = 'https://softwareauthorisations.evte.ato.gov.au/R3.0/S007v1.3/service.svc';

/** The part of that name, wherever it is, as canonical text of its own. */
function part(markup: Markup, name: string): string {
  const find = (one: Markup): Markup | undefined => {
    if (one.name === name) return one;
    for (const inner of one.content) {
      const found = typeof inner === 'string' || !('name' in inner) ? undefined : find(inner);
      if (found) return found;
    }
    return undefined;
  };
  const found = find(markup);
  if (found === undefined) throw new Error(`no ${name}`);
  return canonical(found);
}

function textIn(xml: string, name: string): string {
  return new RegExp(`<[^>]*${name}[^>]*>([^<]*)<`).exec(xml)?.[1] ?? '';
}

/** Token and reference as they stand in the golden message. */
async function vectorToken(): Promise<Token> {
  const envelope = readXml(vector('usi-verify-signed.xml'));
  const soapNs = 'http://www.w3.org/2003/05/soap-envelope';
  const wss = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
  const ds = 'http://www.w3.org/2000/09/xmldsig#';
  const security = descend(envelope, [soapNs, 'Header'], [wss, 'Security']);
  const data = security && descend(security, ['http://www.w3.org/2001/04/xmlenc#', 'EncryptedData']);
  const reference =
    security && descend(security, [ds, 'Signature'], [ds, 'KeyInfo'], [wss, 'SecurityTokenReference']);
  if (!data || !reference) throw new Error('vector');
  return {
    encryptedData: serialise(data),
    reference: serialise(reference),
    issuedAt: VECTOR_TIME,
    expiresAt: VECTOR_TIME + 1_800_000,
    proofKey: await importHmacKey(base64Decode(VECTORS.usi.proofKeyBase64)),
  };
}

describe('the security header of a token request', () => {
  it('holds the canonical parts, digests and signature of the golden vector', async () => {
    const security = rsaSecurity(throwawaySigner(), 'v1.3');
    const destination = to(STS, security.toId);
    const header = await security.header(destination, fakeIo([]));
    expect(canonical(destination)).toBe(VECTORS.rst.toCanonical);
    expect(part(header, 'Timestamp')).toBe(VECTORS.rst.timestampCanonical);
    expect(part(header, 'SignedInfo')).toBe(VECTORS.rst.signedInfoCanonical);
    expect(textIn(part(header, 'SignatureValue'), 'SignatureValue')).toBe(
      VECTORS.rst.signatureValueRsaSha256,
    );
  });

  it('is signed with SHA-1 throughout for version 1.2 of the token service', async () => {
    const hashes: string[] = [];
    const real = throwawaySigner();
    const signer = {
      ...real,
      sign: (bytes: Uint8Array, hash: 'SHA-256' | 'SHA-1') => {
        hashes.push(hash);
        return real.sign(bytes, hash);
      },
    };
    const security = rsaSecurity(signer, 'v1.2');
    const signedInfo = part(await security.header(to(STS, security.toId), fakeIo([])), 'SignedInfo');
    expect(hashes).toEqual(['SHA-1']);
    expect(signedInfo).toContain('Algorithm="http://www.w3.org/2000/09/xmldsig#rsa-sha1"');
    expect(signedInfo).not.toMatch(/sha256/);
    expect(signedInfo).toContain(`<ds:DigestValue>${VECTORS.usi.timestampSha1}</ds:DigestValue>`);
  });

  it('gives the certificate an Id of its own each time', async () => {
    const io = fakeIo([]);
    const security = rsaSecurity(throwawaySigner(), 'v1.3');
    const destination = to(STS, security.toId);
    const idOf = async () =>
      /u:Id="(uuid-[^"]*)"/.exec(part(await security.header(destination, io), 'BinarySecurityToken'))?.[1];
    expect(await idOf()).not.toBe(await idOf());
  });
});

describe('the security header of a Registry call', () => {
  it('holds the canonical parts, digest and signature of the golden vector', async () => {
    const security = hmacSecurity(await vectorToken());
    const header = await security.header(to('https://example.com', security.toId), fakeIo([]));
    expect(part(header, 'Timestamp')).toBe(VECTORS.usi.timestampCanonical);
    expect(part(header, 'SignedInfo')).toBe(VECTORS.usi.signedInfoCanonical);
    const value = textIn(part(header, 'SignatureValue'), 'SignatureValue');
    expect(value).toBe(VECTORS.usi.signatureValueHmacSha1);
    const key = Buffer.from(VECTORS.usi.proofKeyBase64, 'base64');
    expect(value).toBe(createHmac('sha1', key).update(VECTORS.usi.signedInfoCanonical).digest('base64'));
  });

  it('does not sign To', async () => {
    expect(hmacSecurity(await vectorToken()).toId).toBeNull();
    expect(canonical(to('https://example.com', null))).not.toContain('Id=');
  });

  it('carries the token and its reference as they came', async () => {
    const token = await vectorToken();
    const security = hmacSecurity(token);
    const xml = canonical(await security.header(to('https://example.com', null), fakeIo([])));
    expect(xml).toContain(token.encryptedData);
    expect(xml).toContain(`<ds:KeyInfo>${token.reference}</ds:KeyInfo>`);
  });
});
