import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../src/problems/index.ts';
import type { Token } from '../../src/soap/index.ts';
import { deferred } from './support/deferred.ts';
import { type FakeBrowser, type FakeWorker, MINUTE, setUpBrowser } from './support/fake-browser.ts';
import { ASFAHA, MARYAM, stubServices } from './support/services.ts';

let browser: FakeBrowser;
let services: ReturnType<typeof stubServices>;
let worker: FakeWorker;

beforeEach(async () => {
  browser = await setUpBrowser();
  services = stubServices(browser);
  worker = await browser.worker();
  await worker.unlock();
});

const tokensUsed = () => services.verifyUsi.mock.calls.map(([, { token }]) => token.encryptedData);

async function hmac({ proofKey }: Token): Promise<string> {
  const signature = await crypto.subtle.sign('HMAC', proofKey, new TextEncoder().encode('timestamp'));
  return Buffer.from(signature).toString('hex');
}

describe('the token', () => {
  it('is fetched once for many look-ups', async () => {
    await Promise.all([worker.ask('verify', { student: MARYAM }), worker.ask('verify', { student: ASFAHA })]);
    await worker.ask('verify', { student: MARYAM });
    expect(services.issueToken).toHaveBeenCalledTimes(1);
    expect(tokensUsed()).toEqual(['<token-1/>', '<token-1/>', '<token-1/>']);
  });

  it('is used by the next worker too, with a proof key that makes the same signatures', async () => {
    await worker.ask('verify', { student: MARYAM });
    await (await browser.worker()).ask('verify', { student: ASFAHA });
    expect(services.issueToken).toHaveBeenCalledTimes(1);
    const [first, second] = services.verifyUsi.mock.calls.map(([, { token }]) => token);
    if (first === undefined || second === undefined) throw new Error('not called twice');
    expect(second.proofKey).not.toBe(first.proofKey);
    expect(second.proofKey).toMatchObject({ extractable: false, usages: ['sign'] });
    expect(await hmac(second)).toBe(await hmac(first));
  });

  it('is renewed when its end is near', async () => {
    await worker.ask('verify', { student: MARYAM });
    browser.clock += 29.5 * MINUTE;
    await worker.ask('verify', { student: MARYAM });
    expect(tokensUsed()).toEqual(['<token-1/>', '<token-2/>']);
  });

  it('is thrown away and fetched once more when its security is refused', async () => {
    services.verifyUsi.mockRejectedValueOnce(new Problem('SECURITY_REFUSED'));
    expect(await worker.ask('verify', { student: MARYAM })).toMatchObject({ state: 'answered' });
    expect(tokensUsed()).toEqual(['<token-1/>', '<token-2/>']);
    await (await browser.worker()).ask('verify', { student: MARYAM });
    expect(tokensUsed()[2]).toBe('<token-2/>');
  });

  it('is not for another environment', async () => {
    await worker.ask('verify', { student: MARYAM });
    await worker.ask('saveSettings', { settings: { environment: 'thirdParty' } });
    expect(browser.session.values.has('token')).toBe(false);
    await worker.ask('verify', { student: MARYAM });
    expect(tokensUsed()).toEqual(['<token-1/>', '<token-2/>']);
    expect(services.issueToken.mock.calls[1]?.[1].appliesTo).toContain('3pt');
  });

  it('is fetched anew after a lock', async () => {
    await worker.ask('verify', { student: MARYAM });
    await worker.ask('lock', {});
    await worker.unlock();
    await worker.ask('verify', { student: MARYAM });
    expect(tokensUsed()).toEqual(['<token-1/>', '<token-2/>']);
  });

  it.each([
    ['is not an object', () => 'token'],
    ['lacks its proof key', ({ proofKey: _, ...others }: Record<string, unknown>) => others],
    [
      'holds another proof key',
      (token: Record<string, unknown>) => ({
        ...token,
        proofKey: { iv: 'AAAAAAAAAAAAAAAA', ciphertext: 'AAAA' },
      }),
    ],
    ['claims to be for something else', (token: Record<string, unknown>) => ({ ...token, purpose: '[]' })],
  ])('is fetched anew when what was kept %s', async (_title, damage) => {
    await worker.ask('verify', { student: MARYAM });
    const token = (await browser.session.read('token')) as Record<string, unknown>;
    await browser.session.write({ token: damage(token) });
    await (await browser.worker()).ask('verify', { student: MARYAM });
    expect(tokensUsed()).toEqual(['<token-1/>', '<token-2/>']);
  });

  it('that arrives after a lock is not kept', async () => {
    const slow = deferred();
    const issue = services.issueToken.getMockImplementation();
    services.issueToken.mockImplementationOnce(async (...args) => {
      await slow.promise;
      if (issue === undefined) throw new Error('no stub');
      return issue(...args);
    });
    const looking = worker.problemOf('verify', { student: MARYAM });
    await vi.waitUntil(() => services.issueToken.mock.calls.length === 1);
    await worker.parts.lock();
    slow.resolve();
    expect(await looking).toBe('LOCKED');
    expect(browser.session.values.has('token')).toBe(false);
  });

  it('is not fetched after a lock by a look-up that began before it', async () => {
    const slow = deferred();
    services.verifyUsi.mockImplementationOnce(async () => {
      await slow.promise;
      throw new Problem('SECURITY_REFUSED');
    });
    const looking = worker.problemOf('verify', { student: MARYAM });
    await vi.waitUntil(() => services.verifyUsi.mock.calls.length === 1);
    await worker.parts.lock();
    slow.resolve();
    expect(await looking).toBe('LOCKED');
    expect(services.issueToken).toHaveBeenCalledTimes(1);
    expect(services.verifyUsi).toHaveBeenCalledTimes(1);
  });

  it('leaves no proof key in clear', async () => {
    const secrets: string[] = [];
    const issue = services.issueToken.getMockImplementation();
    services.issueToken.mockImplementationOnce(async (signer, service, io, actingFor, keep) => {
      if (issue === undefined) throw new Error('no stub');
      return issue(signer, service, io, actingFor, async (bytes) => {
        secrets.push(Buffer.from(bytes).toString('base64'));
        await keep?.(bytes);
      });
    });
    await worker.ask('verify', { student: MARYAM });
    expect(secrets).toHaveLength(1);
    for (const secret of secrets) expect(browser.session.text).not.toContain(secret.slice(0, 20));
  });
});
