import type { KeyObject } from 'node:crypto';
import type { Simulator } from '../../../simulator/index.ts';
import { openToken } from '../../../simulator/registry/token.ts';
import { parseXml } from '../../../simulator/soap/dom.ts';
import { NS } from '../../../simulator/soap/names.ts';
import type { Secret } from '../../support/profile-scan.ts';

/** A private key in every form in which a part of it could lie about. */
export function privateKeySecrets(key: KeyObject): Secret[] {
  const { d = '', p = '', q = '', dp = '', dq = '', qi = '' } = key.export({ format: 'jwk' });
  const numbers = Object.entries({ d, p, q, dp, dq, qi });
  return [
    { name: 'private key, PKCS#8', bytes: key.export({ format: 'der', type: 'pkcs8' }) },
    ...numbers.map(([name, value]) => ({
      name: `private key, ${name}`,
      bytes: Buffer.from(value, 'base64url'),
    })),
  ];
}

/** What the token of a Registry request holds: its cipher values as they travel, and the proof key as the Registry sees it. */
export function tokenSecrets(request: Buffer, simulator: Simulator): Secret[] {
  const text = request.toString('utf8');
  const ciphers = [...text.matchAll(/CipherValue[^>]*>([^<]+)</g)].map(([, value = ''], index) => ({
    name: `token, cipher value ${index + 1}`,
    bytes: Buffer.from(value, 'base64'),
  }));
  return [...ciphers, { name: 'proof key', bytes: proofKeyOf(text, simulator) }];
}

/** Words as somebody typed them or as they were sent. */
export function wordSecrets(name: string, words: readonly string[]): Secret[] {
  return words.map((word) => ({ name: `${name}: ${word}`, bytes: Buffer.from(word) }));
}

function proofKeyOf(text: string, { world, origin, students }: Simulator): Buffer {
  const security = parseXml(text).getElementsByTagNameNS(NS.security, 'Security').item(0);
  if (security === null) throw new Error('the request has no Security header');
  const { proofKey } = openToken(security, {
    world,
    origin,
    students,
    environment: 'thirdParty',
    now: Date.now(),
    settings: { tokenLifeSeconds: 0, declarations: 'declared', bareInvalid: false },
  });
  return proofKey.export();
}
