import { createVerify, X509Certificate } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CORE } from '../../background/container.ts';
import type { Signer } from '../../src/keystore/index.ts';
import { type FakeBrowser, FakeWorker, PASSWORD, setUpBrowser } from './support/fake-browser.ts';

let browser: FakeBrowser;

beforeEach(async () => {
  browser = await setUpBrowser();
});

async function signs(signer: Signer): Promise<boolean> {
  const bytes = new TextEncoder().encode('timestamp and to');
  const signature = await signer.sign(bytes, 'SHA-256');
  const { publicKey } = new X509Certificate(signer.certificate);
  return createVerify('sha256').update(bytes).verify(publicKey, signature);
}

describe('unlocking', () => {
  it('opens the credential with the right password', async () => {
    const worker = await browser.worker();
    expect(await worker.unlock()).toMatchObject({ state: 'unlocked', orgCode: 'VA1803' });
    expect(await signs(worker.parts.session.requireOpen().signer)).toBe(true);
  });

  it('says PASSWORD_WRONG for a wrong one and leaves nothing behind', async () => {
    const worker = await browser.worker();
    expect(await worker.problemOf('unlock', { password: 'wrong' })).toBe('PASSWORD_WRONG');
    expect(await worker.state()).toBe('locked');
    expect(browser.wrappingKey).toBeUndefined();
    expect(browser.session.values.has('session')).toBe(false);
  });

  it('keeps an open session when a second unlocking fails', async () => {
    const worker = await browser.worker();
    await worker.unlock();
    await worker.problemOf('unlock', { password: 'wrong' });
    expect(await worker.state()).toBe('unlocked');
    expect(await (await browser.worker()).state()).toBe('unlocked');
  });

  it('never puts the password or the private key where anyone could read them', async () => {
    const seen: Uint8Array[] = [];
    browser.core = {
      ...CORE,
      unlock: (credential, password, keep) =>
        CORE.unlock(credential, password, async (pkcs8) => {
          seen.push(pkcs8.slice());
          await keep?.(pkcs8);
        }),
    };
    await (await browser.worker()).unlock();
    const [pkcs8] = seen;
    const stored = browser.session.text + browser.local.text + JSON.stringify(browser.hostRequests);
    expect(stored).not.toContain(PASSWORD);
    // Base64 of a part of the key, at each of the three alignments.
    for (const start of [300, 301, 302]) {
      expect(stored).not.toContain(Buffer.from(pkcs8?.subarray(start, start + 24) ?? []).toString('base64'));
    }
  });

  it('makes a wrapping key that can neither be read nor decrypt', async () => {
    await (await browser.worker()).unlock();
    expect(browser.wrappingKey).toMatchObject({ extractable: false, usages: ['encrypt', 'unwrapKey'] });
  });

  it('refuses a credential that has expired, or is not valid yet, before it asks for anything', async () => {
    browser.clock = Date.parse('2036-01-02');
    expect(await (await browser.worker()).problemOf('unlock', { password: PASSWORD })).toBe(
      'CREDENTIAL_EXPIRED',
    );
    browser.clock = Date.parse('2016-01-01');
    expect(await (await browser.worker()).problemOf('unlock', { password: PASSWORD })).toBe(
      'CREDENTIAL_NOT_YET_VALID',
    );
  });
});

describe('a worker that died', () => {
  it('is followed by one that signs again without the password', async () => {
    await (await browser.worker()).unlock();
    const next = await browser.worker();
    expect(await next.state()).toBe('unlocked');
    expect(await signs(next.parts.session.requireOpen().signer)).toBe(true);
  });

  it('leaves keys that its successor can only sign with', async () => {
    await (await browser.worker()).unlock();
    const unwrapped: CryptoKey[] = [];
    const unwrap = crypto.subtle.unwrapKey.bind(crypto.subtle);
    const spy = vi
      .spyOn(crypto.subtle, 'unwrapKey')
      .mockImplementation(async (...args: Parameters<typeof unwrap>) => {
        const key = await unwrap(...args);
        unwrapped.push(key);
        return key;
      });
    await browser.worker();
    spy.mockRestore();
    expect(unwrapped).toHaveLength(2);
    for (const key of unwrapped)
      expect(key).toMatchObject({ extractable: false, usages: ['sign'], type: 'private' });
    expect(unwrapped.map(({ algorithm }) => algorithm)).toMatchObject([
      { name: 'RSASSA-PKCS1-v1_5', hash: { name: 'SHA-256' } },
      { name: 'RSASSA-PKCS1-v1_5', hash: { name: 'SHA-1' } },
    ]);
  });

  it('does not start the host to find out that it is unlocked', async () => {
    await (await browser.worker()).unlock();
    browser.hostRequests.length = 0;
    expect(await (await browser.worker()).state()).toBe('unlocked');
    expect(browser.hostRequests).toEqual([]);
  });
});

describe('a browser that was restarted', () => {
  it('is locked, and the wrapping key on disk is wiped', async () => {
    await (await browser.worker()).unlock();
    browser.restart();
    const worker = await browser.worker();
    expect(browser.wrappingKey).toBeUndefined();
    expect(await worker.problemOf('awaitLookUp', {})).toBe('LOCKED');
  });

  it('answers nothing while what is left cannot be wiped, and tries again at the next message', async () => {
    await (await browser.worker()).unlock();
    browser.restart();
    const write = vi.spyOn(browser.session, 'write').mockRejectedValueOnce(new Error('storage'));
    const worker = new FakeWorker(browser);
    expect(await worker.problemOf('status', {})).toBe('INTERNAL');
    write.mockRestore();
    expect(await worker.state()).toBe('locked');
    expect(browser.wrappingKey).toBeUndefined();
  });

  it('does not throw away what was unlocked before the browser told us that it has started', async () => {
    const worker = await browser.worker();
    await worker.unlock();
    await worker.freshStart();
    expect(await worker.state()).toBe('unlocked');
    expect(await (await browser.worker()).state()).toBe('unlocked');
  });

  it('wipes even a whole session, should one be left', async () => {
    await (await browser.worker()).unlock();
    await (await browser.worker()).freshStart();
    expect(browser.wrappingKey).toBeUndefined();
    expect(browser.session.values.has('session')).toBe(false);
  });
});
