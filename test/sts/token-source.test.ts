import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/problems/index.ts';
import type { Token } from '../../src/soap/index.ts';
import { tokenSource, withFreshToken } from '../../src/sts/index.ts';

const NOW = 1_000_000;

async function aToken(expiresAt = NOW + 1_800_000): Promise<Token> {
  const proofKey = await crypto.subtle.importKey(
    'raw',
    new Uint8Array(32),
    { name: 'HMAC', hash: 'SHA-1' },
    false,
    ['sign'],
  );
  return { encryptedData: '<a/>', reference: '<b/>', issuedAt: NOW, expiresAt, proofKey };
}

/** An issuer that answers when told to, and counts. */
function issuer() {
  const waiting: { resolve: (token: Token) => void; reject: (error: unknown) => void }[] = [];
  let asked = 0;
  return {
    issue: () => {
      asked++;
      return new Promise<Token>((resolve, reject) => waiting.push({ resolve, reject }));
    },
    asked: () => asked,
    answer: async (token?: Token) => waiting.shift()?.resolve(token ?? (await aToken())),
    fail: (error: unknown) => waiting.shift()?.reject(error),
  };
}

const refused = () => new Problem('SECURITY_REFUSED', { service: 'x', serviceCode: '', serviceWords: '' });

describe('a token source', () => {
  it('makes one request for twenty callers', async () => {
    const sts = issuer();
    const source = tokenSource(sts.issue, () => NOW);
    const callers = Array.from({ length: 20 }, () => source.get());
    await sts.answer();
    const tokens = await Promise.all(callers);
    expect(new Set(tokens).size).toBe(1);
    expect(sts.asked()).toBe(1);
    expect(await source.get()).toBe(tokens[0]);
    expect(sts.asked()).toBe(1);
  });

  it('renews a token within a minute of its end, and not before', async () => {
    let now = NOW;
    const sts = issuer();
    const source = tokenSource(sts.issue, () => now, await aToken(NOW + 100_000));
    now = NOW + 39_999;
    await source.get();
    expect(sts.asked()).toBe(0);
    now = NOW + 40_000;
    const renewed = source.get();
    await sts.answer(await aToken());
    expect((await renewed).expiresAt).toBe(NOW + 1_800_000);
    expect(sts.asked()).toBe(1);
  });

  it('tells all who wait of a failure, and asks anew for the next', async () => {
    const sts = issuer();
    const source = tokenSource(sts.issue, () => NOW);
    const callers = [source.get(), source.get()];
    sts.fail(new Problem('STS_INTERNAL'));
    for (const caller of callers) await expect(caller).rejects.toMatchObject({ code: 'STS_INTERNAL' });
    const next = source.get();
    await sts.answer();
    await next;
    expect(sts.asked()).toBe(2);
  });

  it('fetches a new token after a drop', async () => {
    const sts = issuer();
    const source = tokenSource(sts.issue, () => NOW, await aToken());
    source.drop();
    void source.get();
    expect(sts.asked()).toBe(1);
    await sts.answer();
  });

  it('does not keep a token that was asked for before a drop', async () => {
    const sts = issuer();
    const source = tokenSource(sts.issue, () => NOW);
    const early = source.get();
    source.drop();
    await sts.answer();
    await early;
    const later = source.get();
    expect(sts.asked()).toBe(2);
    await sts.answer();
    await later;
  });

  it('lets a late request not overwrite the one that replaced it', async () => {
    const sts = issuer();
    const source = tokenSource(sts.issue, () => NOW);
    const early = source.get();
    source.drop();
    const later = source.get();
    const [stale, fresh] = [await aToken(), await aToken()];
    await sts.answer(stale);
    await sts.answer(fresh);
    expect(await early).toBe(stale);
    expect(await later).toBe(fresh);
    expect(await source.get()).toBe(fresh);
  });
});

describe('withFreshToken', () => {
  it('repeats a call once with a new token when its security was refused', async () => {
    const sts = issuer();
    const stale = await aToken();
    const source = tokenSource(sts.issue, () => NOW, stale);
    const used: Token[] = [];
    const result = withFreshToken(source, async (token) => {
      used.push(token);
      if (token === stale) throw refused();
      return 'answer';
    });
    await new Promise((resolve) => setTimeout(resolve));
    await sts.answer();
    expect(await result).toBe('answer');
    expect(used).toHaveLength(2);
    expect(used[0]).toBe(stale);
    expect(used[1]).not.toBe(stale);
  });

  it('gives up after the second refusal', async () => {
    let issued = 0;
    let called = 0;
    const source = tokenSource(
      async () => {
        issued++;
        return aToken();
      },
      () => NOW,
    );
    const call = async () => {
      called++;
      throw refused();
    };
    await expect(withFreshToken(source, call)).rejects.toMatchObject({ code: 'SECURITY_REFUSED' });
    expect([issued, called]).toEqual([2, 2]);
  });

  it('does not repeat a call that failed otherwise', async () => {
    let called = 0;
    const source = tokenSource(
      () => aToken(),
      () => NOW,
    );
    const call = async () => {
      called++;
      throw new Problem('REGISTRY_NOT_AUTHORISED');
    };
    await expect(withFreshToken(source, call)).rejects.toMatchObject({ code: 'REGISTRY_NOT_AUTHORISED' });
    expect(called).toBe(1);
  });

  it('fetches one new token for twenty callers that were refused with the same old one', async () => {
    let issued = 0;
    const stale = await aToken();
    const source = tokenSource(
      async () => {
        issued++;
        return aToken();
      },
      () => NOW,
      stale,
    );
    const call = async (token: Token) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10));
      if (token === stale) throw refused();
      return 'answer';
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => withFreshToken(source, call)));
    expect(answers).toEqual(Array(20).fill('answer'));
    expect(issued).toBe(1);
  });
});
