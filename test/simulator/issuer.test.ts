import { execFileSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pkcs12Kdf } from '../../simulator/issuer/encrypted-key.ts';
import {
  type CredentialAuthority,
  createAuthority,
  type IssuedKeystore,
  issueKeystore,
  type KeyEncryption,
} from '../../simulator/issuer/index.ts';

const ABN = '27809366375';
const fields = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text]) => text ?? '');
const attributes = (xml: string) =>
  [...(/<credential ([^>]*)>/.exec(xml)?.[1] ?? '').matchAll(/(\w+)="[^"]*"/g)].map((m) => m[1]);

let folder: string;
let authority: CredentialAuthority;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'issuer-'));
  authority = await createAuthority();
});
afterAll(() => rmSync(folder, { recursive: true }));

function openssl(input: string, ...args: string[]): string {
  const file = join(folder, 'input.der');
  writeFileSync(file, Buffer.from(input, 'base64'));
  return execFileSync('openssl', [...args, '-in', file], { encoding: 'utf8', stdio: 'pipe' });
}

/** The modulus that OpenSSL finds in the first protected key, or its refusal. */
function opensslModulus({ xml, password }: IssuedKeystore): string {
  const [key = ''] = fields(xml, 'protectedPrivateKey');
  const pem = openssl(key, 'pkcs8', '-inform', 'DER', '-passin', `pass:${password}`);
  return createPublicKey(pem).export({ type: 'spki', format: 'pem' }) as string;
}

const publicKeyOf = (pem: string) =>
  new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'pem' });

describe('keystores in the two official dialects', () => {
  it('writes the Java dialect: BER of indefinite length, 20-byte salt, UTC times labelled +10:00', async () => {
    const store = await issueKeystore({ authority, credentials: [{ abn: ABN, name: 'USIMachine' }] });
    const [cms = ''] = fields(store.xml, 'publicCertificate');
    expect(store.xml).toContain('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>');
    expect(attributes(store.xml)).toEqual(['integrityValue', 'credentialType', 'id', 'credentialSalt']);
    expect(Buffer.from(cms, 'base64').subarray(0, 2).toString('hex')).toBe('3080');
    expect(Buffer.from(/credentialSalt="([^"]*)"/.exec(store.xml)?.[1] ?? '', 'base64')).toHaveLength(20);
    expect(fields(store.xml, 'notAfter')).toEqual([
      `${store.credentials[0]?.notAfter.toISOString().slice(0, 19)}+10:00`,
    ]);
    expect(openssl(cms, 'cms', '-verify', '-noverify', '-inform', 'DER')).toBe('');
    expect(opensslModulus(store)).toBe(publicKeyOf(store.credentials[0]?.certificatePem ?? ''));
  });

  it('writes the .NET dialect: degenerate DER, 8-byte salt, times labelled +00:00', async () => {
    const store = await issueKeystore({
      authority,
      dialect: 'dotnet',
      credentials: [{ abn: ABN, name: 'USIMachine' }],
    });
    const [cms = ''] = fields(store.xml, 'publicCertificate');
    expect(attributes(store.xml)).toEqual(['id', 'credentialType', 'credentialSalt', 'integrityValue']);
    expect(Buffer.from(cms, 'base64').subarray(0, 2).toString('hex')).toBe('3082');
    expect(Buffer.from(/credentialSalt="([^"]*)"/.exec(store.xml)?.[1] ?? '', 'base64')).toHaveLength(8);
    expect(fields(store.xml, 'notBefore')[0]).toMatch(/\+00:00$/);
    expect(opensslModulus(store)).toBe(publicKeyOf(store.credentials[0]?.certificatePem ?? ''));
  });

  it.each(['java', 'dotnet'] as const)(
    'gives OpenSSL a %s chain that leads from the leaf to the root',
    async (dialect) => {
      const store = await issueKeystore({
        authority,
        dialect,
        credentials: [{ abn: ABN, name: 'Büro & Söhne' }],
      });
      const [cms = ''] = fields(store.xml, 'publicCertificate');
      const pem = openssl(cms, 'pkcs7', '-inform', 'DER', '-print_certs');
      const chain = (pem.match(/-----BEGIN[\s\S]*?-----END CERTIFICATE-----/g) ?? []).map(
        (c) => new X509Certificate(c),
      );
      const [leaf, sub, root] = chain;
      expect(chain).toHaveLength(3);
      expect(leaf?.subject.split('\n').sort()).toEqual([
        'C=AU',
        'CN=Büro & Söhne',
        `O=${ABN}`,
        'dnQualifier=ABR',
      ]);
      expect(leaf?.verify(sub?.publicKey ?? createPublicKey(''))).toBe(true);
      expect(sub?.verify(root?.publicKey ?? createPublicKey(''))).toBe(true);
      expect(leaf?.checkIssued(sub ?? leaf)).toBe(true);
      expect(BigInt(`0x${leaf?.serialNumber}`).toString()).toBe(fields(store.xml, 'serialNumber')[0]);
      expect(leaf?.serialNumber).toHaveLength(40);
      writeFileSync(join(folder, 'root.pem'), root?.toString() ?? '');
      writeFileSync(join(folder, 'sub.pem'), sub?.toString() ?? '');
      writeFileSync(join(folder, 'leaf.pem'), leaf?.toString() ?? '');
      const at = (name: string) => join(folder, name);
      const verified = execFileSync(
        'openssl',
        ['verify', '-x509_strict', '-CAfile', at('root.pem'), '-untrusted', at('sub.pem'), at('leaf.pem')],
        { encoding: 'utf8' },
      );
      expect(verified).toContain('OK');
    },
  );
});

describe('keys that OpenSSL opens', () => {
  const encryptions: KeyEncryption[] = [
    { scheme: 'pbe-sha1-3des' },
    ...(['aes-128-cbc', 'aes-192-cbc', 'aes-256-cbc', 'des-ede3-cbc'] as const).flatMap((cipher) =>
      (['sha1', 'sha256'] as const).map((prf): KeyEncryption => ({ scheme: 'pbes2', cipher, prf })),
    ),
  ];
  it.each(encryptions)('%o', async (encryption) => {
    const store = await issueKeystore({ authority, credentials: [{ abn: ABN, name: 'Test', encryption }] });
    expect(opensslModulus(store)).toBe(publicKeyOf(store.credentials[0]?.certificatePem ?? ''));
    expect(() => opensslModulus({ ...store, password: 'password1!' })).toThrow();
  });
});

describe('the key derivation of PKCS#12', () => {
  it('agrees with the published vector', () => {
    const vectors = readFileSync(resolve(import.meta.dirname, '../vectors/vectors.json'), 'utf8');
    const { pbe } = JSON.parse(vectors) as { pbe: Record<string, string> & { iterations: number } };
    const derive = (purpose: number, length: number) =>
      pkcs12Kdf(
        pbe.password ?? '',
        Buffer.from(pbe.saltHex ?? '', 'hex'),
        pbe.iterations,
        purpose,
        length,
      ).toString('hex');
    expect([derive(1, 24), derive(2, 8)]).toEqual([pbe.derivedKey3DesHex, pbe.derivedIvHex]);
  });
});

describe('stores that are wrong or unusual in one way', () => {
  it('puts a key into the file that does not fit the certificate', async () => {
    const store = await issueKeystore({
      authority,
      credentials: [{ abn: ABN, name: 'Test', keyFits: false }],
    });
    const [credential] = store.credentials;
    expect(opensslModulus(store)).not.toBe(publicKeyOf(credential?.certificatePem ?? ''));
    const fitting = createPublicKey(
      createPrivateKey(credential?.privateKey.export({ type: 'pkcs8', format: 'pem' }) ?? ''),
    );
    expect(fitting.export({ type: 'spki', format: 'pem' })).toBe(
      publicKeyOf(credential?.certificatePem ?? ''),
    );
  });

  it('names an encryption that nobody knows', async () => {
    const store = await issueKeystore({
      authority,
      credentials: [{ abn: ABN, name: 'Test', encryption: { scheme: 'unknown' } }],
    });
    const [key = ''] = fields(store.xml, 'protectedPrivateKey');
    expect(openssl(key, 'asn1parse', '-inform', 'DER')).toContain('2.999.1');
    expect(() => opensslModulus(store)).toThrow();
  });

  it('issues expired, not yet valid and mixed credentials side by side', async () => {
    const now = new Date('2026-05-04T03:02:01Z');
    const store = await issueKeystore({
      authority,
      now,
      credentials: [
        { abn: ABN, name: 'Old', validity: 'expired' },
        { abn: '11000002568', name: 'Future', validity: 'not-yet-valid', password: 'Another-1' },
        { abn: ABN, name: 'Person', type: 'U' },
      ],
    });
    const [old, future, person] = store.credentials;
    expect(old?.notAfter.getTime()).toBeLessThan(now.getTime());
    expect(future?.notBefore.getTime()).toBeGreaterThan(now.getTime());
    expect(future?.password).toBe('Another-1');
    expect(person?.id).toBe(`ABRP:${ABN}_Person`);
    expect(store.xml).toContain('credentialType="U"');
  });

  it('writes a byte order mark, CRLF and wrapped base64 when asked', async () => {
    const store = await issueKeystore({
      authority,
      byteOrderMark: true,
      lineEnd: '\r\n',
      wrapBase64: true,
      credentials: [{ abn: ABN, name: 'Test' }],
    });
    expect(store.xml.startsWith('\uFEFF<?xml')).toBe(true);
    expect(
      store.xml
        .split('\n')
        .slice(0, -1)
        .every((line) => line.endsWith('\r')),
    ).toBe(true);
    expect(fields(store.xml, 'publicCertificate')[0]).toMatch(/^\r\n +\S{76}\r\n/);
    expect(opensslModulus(store)).toBe(publicKeyOf(store.credentials[0]?.certificatePem ?? ''));
  });
});
