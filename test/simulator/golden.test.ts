/** Messages signed elsewhere and verified by xmlsec1: the simulator's verifier has to believe them too. */
import { createPublicKey, createSecretKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startSimulator } from '../../simulator/index.ts';
import { type Element, onlyChild, rootOf } from '../../simulator/soap/dom.ts';
import { readMessage } from '../../simulator/soap/message.ts';
import { ALGORITHM, NS } from '../../simulator/soap/names.ts';
import { readSecurityHeader } from '../../simulator/soap/security-header.ts';
import { verifySignature, wsuId } from '../../simulator/soap/signature.ts';
import { signingCertificate } from '../../simulator/sts/sender.ts';
import { post } from './support/http.ts';

const vector = (name: string) => readFileSync(resolve(import.meta.dirname, '../vectors', name));
const signed = (...elements: (Element | undefined)[]) =>
  elements.flatMap((element) => (element ? [{ element, id: wsuId(element) }] : []));

function read(text: string) {
  const message = readMessage(text);
  const security = readSecurityHeader(message);
  return {
    message,
    security,
    root: rootOf(message.document),
    to: onlyChild(message.header, NS.addressing, 'To'),
  };
}

function verifyTokenRequest(text: string): void {
  const { security, root, to } = read(text);
  verifySignature({
    text,
    root,
    signature: security.signature,
    key: signingCertificate(security).publicKey,
    signatureMethod: ALGORITHM.rsaSha256,
    digestMethod: ALGORITHM.sha256,
    signed: signed(security.timestamp, to),
  });
}

function verifyRegistryCall(text: string): void {
  const { security, root } = read(text);
  verifySignature({
    text,
    root,
    signature: security.signature,
    key: createSecretKey(vector('hmac-key.bin')),
    signatureMethod: ALGORITHM.hmacSha1,
    digestMethod: ALGORITHM.sha1,
    signed: signed(security.timestamp),
  });
}

describe('golden messages', () => {
  const rst = vector('rst-signed.xml').toString('utf8').trim();
  const call = vector('usi-verify-signed.xml').toString('utf8').trim();

  it('verifies the token request with the certificate inside it', () => {
    expect(() => verifyTokenRequest(rst)).not.toThrow();
    const { publicKey } = signingCertificate(read(rst).security);
    expect(publicKey.equals(createPublicKey(vector('throwaway-pub.pem')))).toBe(true);
  });

  it('verifies the Registry call with its proof key', () => {
    expect(() => verifyRegistryCall(call)).not.toThrow();
  });

  it('gets as far at the STS as a stranger can: to the issuer of its certificate', async () => {
    const simulator = await startSimulator({ now: () => Date.parse('2026-02-03T04:06:00Z') });
    await post(simulator, simulator.sts, rst);
    await simulator.close();
    expect(simulator.log).toMatchObject([{ operation: 'RST', fault: 'E2020', cause: 'issuer-unknown' }]);
  });

  it('believes neither after one character has changed', () => {
    const changed = (text: string) => text.replace('04:05:06.000Z</u:Created>', '04:05:07.000Z</u:Created>');
    expect(() => verifyTokenRequest(changed(rst))).toThrow('InvalidSecurity: digest-mismatch');
    expect(() => verifyRegistryCall(changed(call))).toThrow('InvalidSecurity: digest-mismatch');
    expect(() => verifyRegistryCall(call.replace('TPEj', 'TPEk'))).toThrow(
      'InvalidSecurity: signature-value',
    );
  });
});
