import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { MessageSigner } from '../../src/soap/index.ts';

const TEST = resolve(import.meta.dirname, '..');

/** The path of a golden vector. */
export function vectorPath(name: string): string {
  return resolve(TEST, 'vectors', name);
}

export function vector(name: string): string {
  return readFileSync(vectorPath(name), 'utf8');
}

/** A synthetic message. */
export function example(name: string): string {
  return readFileSync(resolve(TEST, 'examples', name), 'utf8');
}

interface Vectors {
  rst: Record<
    | 'timestampCanonical'
    | 'timestampSha256'
    | 'toCanonical'
    | 'toSha256'
    | 'signedInfoCanonical'
    | 'signatureValueRsaSha256',
    string
  >;
  usi: Record<
    | 'proofKeyBase64'
    | 'timestampCanonical'
    | 'timestampSha1'
    | 'signedInfoCanonical'
    | 'signatureValueHmacSha1',
    string
  >;
}

export const VECTORS = JSON.parse(vector('vectors.json')) as Vectors;

/** The throw-away credential of the vectors, opened by Node instead of the code under test. */
export function throwawaySigner(): MessageSigner {
  const keystore = vector('synthetic-keystore.xml');
  const base64 = /<protectedPrivateKey>([^<]*)</.exec(keystore)?.[1] ?? '';
  const key = createPrivateKey({
    key: Buffer.from(base64, 'base64'),
    format: 'der',
    type: 'pkcs8',
    passphrase: 'Password1!',
  });
  return {
    credential: { abn: '51824753556' },
    certificate: new Uint8Array(new X509Certificate(vector('throwaway-cert.pem')).raw),
    sign: async (bytes, hash) => new Uint8Array(sign(hash.replace('-', ''), bytes, key)),
  };
}
