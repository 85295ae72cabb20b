/** The token, opened and checked by xmlsec1, so that the simulator does not only agree with itself. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../simulator/index.ts';
import { forge } from './support/forged-token.ts';
import { CLAIMS, type IssuedToken, requestToken } from './support/token-request.ts';

let folder: string;
let simulator: Simulator;
let token: IssuedToken;
const at = (name: string) => join(folder, name);
const xmlsec = (...args: string[]) => execFileSync('xmlsec1', args, { encoding: 'utf8', stdio: 'pipe' });

/** From 1.3 on, xmlsec1 uses a key that KeyInfo does not name only when told to. */
const LAX = / 1\.[012]\./.test(xmlsec('--version')) ? [] : ['--lax-key-search'];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'token-'));
  simulator = await startSimulator();
  token = await requestToken(simulator);
  const { registry, sts } = simulator.world;
  writeFileSync(at('registry.pem'), registry.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(at('sts.pem'), sts.publicKey.export({ type: 'spki', format: 'pem' }));
  writeFileSync(at('token.xml'), token.encryptedData);
  xmlsec(
    '--decrypt',
    ...LAX,
    '--privkey-pem',
    at('registry.pem'),
    '--output',
    at('assertion.xml'),
    at('token.xml'),
  );
});
afterAll(async () => {
  await simulator.close();
  rmSync(folder, { recursive: true });
});

const verify = () =>
  xmlsec('--verify', ...LAX, '--pubkey-pem', at('sts.pem'), '--id-attr:ID', 'Assertion', at('assertion.xml'));

describe('a token', () => {
  it('opens with the key of the Registry and carries the signature of the STS', () => {
    expect(verify).not.toThrow();
    writeFileSync(
      at('assertion.xml'),
      readFileSync(at('assertion.xml'), 'utf8').replace('27809366375', '96312011219'),
    );
    expect(verify).toThrow();
  });

  it('says who, for whom and how long, and names itself as the client is told to name it', () => {
    let assertion = '';
    forge(simulator, token, (text) => {
      assertion = text;
      return text;
    });
    expect(assertion).toContain(`<saml:Attribute Name="${CLAIMS}abn"><saml:AttributeValue>27809366375<`);
    expect(assertion).toContain(
      `<saml:Attribute Name="${CLAIMS}credentialtype"><saml:AttributeValue>ABR_Device<`,
    );
    expect(assertion).toContain('<saml:Audience>https://3pt.portal.usi.gov.au/service/v5/usiservice.svc<');
    expect(assertion).toContain(`NotOnOrAfter="${token.expires.toISOString()}"`);
    expect(assertion).toContain('urn:oasis:names:tc:SAML:2.0:cm:holder-of-key');
    expect(assertion).toContain('<xenc:EncryptedKey');
    const id = />(_[0-9a-f-]{36})</.exec(token.reference)?.[1];
    expect(assertion).toContain(` ID="${id}"`);
  });

  it('comes with an earlier SecurityTokenReference, so that taking the first one is wrong', () => {
    const { text } = token.reply;
    expect(text.indexOf('SecurityTokenReference')).toBeLessThan(text.indexOf('RequestedAttachedReference'));
    expect(text.match(/<o:SecurityTokenReference/g)).toHaveLength(3);
  });
});
