import { beforeEach, describe, expect, it } from 'vitest';
import { CORE } from '../../background/container.ts';
import { deferred } from './support/deferred.ts';
import { FakeArea, type FakeBrowser, PASSWORD, setUpBrowser } from './support/fake-browser.ts';

let browser: FakeBrowser;

beforeEach(async () => {
  browser = await setUpBrowser();
});

/** Lets the writing of a session wait for `slow`; `reached` tells that it has begun. */
function holdUpSessionWrite() {
  const slow = deferred();
  const reached = deferred();
  browser.session = new (class extends FakeArea {
    override async write(values: Readonly<{ [key: string]: unknown }>): Promise<void> {
      if ('session' in values) {
        reached.resolve();
        await slow.promise;
      }
      await super.write(values);
    }
  })();
  return { slow, reached };
}

describe('a lock that comes while an unlocking is under way', () => {
  it('wins over a key that is still being opened', async () => {
    const slow = deferred();
    browser.core = {
      ...CORE,
      unlock: async (...args) => {
        const signer = await CORE.unlock(...args);
        await slow.promise;
        return signer;
      },
    };
    const worker = await browser.worker();
    const unlocking = worker.problemOf('unlock', { password: PASSWORD });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await worker.parts.lock();
    slow.resolve();
    expect(await unlocking).toBe('LOCKED');
    expect(worker.parts.session.open).toBeNull();
    expect(browser.wrappingKey).toBeUndefined();
    expect(browser.session.values.has('session')).toBe(false);
  });

  it('wins over a session that is just being written', async () => {
    const { slow, reached } = holdUpSessionWrite();
    const worker = await browser.worker();
    const unlocking = worker.problemOf('unlock', { password: PASSWORD });
    await reached.promise;
    const locking = worker.parts.lock();
    slow.resolve();
    await locking;
    expect(await unlocking).toBe('LOCKED');
    expect(worker.parts.session.open).toBeNull();
    expect(browser.wrappingKey).toBeUndefined();
    expect(browser.session.values.has('session')).toBe(false);
  });

  it('does not hurt an unlocking that begins after it', async () => {
    const worker = await browser.worker();
    await worker.unlock();
    const locking = worker.parts.lock();
    const unlocking = worker.unlock();
    await locking;
    expect((await unlocking).state).toBe('unlocked');
    expect(await (await browser.worker()).state()).toBe('unlocked');
  });

  it('does not hurt one that begins while the lock is still deleting', async () => {
    const slow = deferred();
    browser.session = new (class extends FakeArea {
      override async forget(...keys: string[]): Promise<void> {
        await slow.promise;
        await super.forget(...keys);
      }
    })();
    const worker = await browser.worker();
    const locking = worker.parts.lock();
    const unlocking = worker.unlock();
    await new Promise((resolve) => setTimeout(resolve, 100));
    slow.resolve();
    await locking;
    expect((await unlocking).state).toBe('unlocked');
    expect(await (await browser.worker()).state()).toBe('unlocked');
  });

  it('lets one of two unlockings win', async () => {
    const worker = await browser.worker();
    const [first, second] = await Promise.all([
      worker.problemOf('unlock', { password: PASSWORD }),
      worker.problemOf('unlock', { password: PASSWORD }),
    ]);
    expect([first, second].sort()).toEqual(['LOCKED', 'none']);
    expect(await (await browser.worker()).state()).toBe('unlocked');
  });

  it('lets an unlocking with a wrong password take nothing from one that is just being written', async () => {
    const { slow, reached } = holdUpSessionWrite();
    const worker = await browser.worker();
    const right = worker.problemOf('unlock', { password: PASSWORD });
    await reached.promise;
    const wrong = worker.problemOf('unlock', { password: 'wrong' });
    slow.resolve();
    expect([await right, await wrong]).toEqual(['none', 'PASSWORD_WRONG']);
    expect(await worker.state()).toBe('unlocked');
    expect(await (await browser.worker()).state()).toBe('unlocked');
  });
});
