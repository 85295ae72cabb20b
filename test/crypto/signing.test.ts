import { createHash, createHmac, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  base64Encode,
  digest,
  hmacSha1,
  importHmacKey,
  importSigningKey,
  rsaSign,
} from '../../src/crypto/index.ts';
import vectors from '../vectors/vectors.json' with { type: 'json' };

const text = new TextEncoder().encode('The quick brown fox');
const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  publicKeyEncoding: { type: 'spki', format: 'der' },
});

describe('digest', () => {
  it.each([
    ['SHA-1', 'sha1'],
    ['SHA-256', 'sha256'],
  ] as const)('%s agrees with Node', async (hash, nodeName) => {
    expect(await digest(hash, text)).toEqual(new Uint8Array(createHash(nodeName).update(text).digest()));
  });
});

describe('HMAC-SHA1', () => {
  it('agrees with Node', async () => {
    const raw = Uint8Array.of(1, 2, 3);
    const key = await importHmacKey(raw);
    expect(await hmacSha1(key, text)).toEqual(new Uint8Array(createHmac('sha1', raw).update(text).digest()));
  });

  it('gives the signature value of the golden message', async () => {
    const key = await importHmacKey(Buffer.from(vectors.usi.proofKeyHex, 'hex'));
    const signedInfo = new TextEncoder().encode(vectors.usi.signedInfoCanonical);
    expect(base64Encode(await hmacSha1(key, signedInfo))).toBe(vectors.usi.signatureValueHmacSha1);
  });

  it('keeps its key where no code can read it', async () => {
    expect((await importHmacKey(Uint8Array.of(1))).extractable).toBe(false);
  });
});

describe('an RSA signing key', () => {
  it.each(['SHA-1', 'SHA-256'] as const)('makes RSASSA-PKCS1-v1_5 signatures with %s', async (hash) => {
    const signature = await rsaSign(await importSigningKey(privateKey, hash), text);
    const spki = createPublicKey({ key: publicKey, format: 'der', type: 'spki' });
    expect(verify(hash, text, spki, signature)).toBe(true);
  });

  it('cannot be exported and can only sign', async () => {
    const key = await importSigningKey(privateKey, 'SHA-256');
    expect(key.extractable).toBe(false);
    expect(key.usages).toEqual(['sign']);
  });
});
