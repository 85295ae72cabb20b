import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepAlive, plainRequestsRule, serviceHosts } from '../../background/services/index.ts';
import { deferred } from './support/deferred.ts';
import { type FakeBrowser, OWN, setUpBrowser } from './support/fake-browser.ts';
import { MARYAM, stubServices } from './support/services.ts';

describe('the keep-alive', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('calls into the browser every ten seconds while work is in flight, and not after', async () => {
    const touch = vi.fn(async () => undefined);
    const work = deferred<string>();
    const done = keepAlive(touch)(() => work.promise);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(touch).toHaveBeenCalledTimes(0);
    await vi.advanceTimersByTimeAsync(36_000);
    expect(touch).toHaveBeenCalledTimes(4);
    work.resolve('answer');
    expect(await done).toBe('answer');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(touch).toHaveBeenCalledTimes(4);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stops when the work fails, too', async () => {
    const failing = keepAlive(async () => undefined)(async () => {
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not mind a browser that refuses the call', async () => {
    const work = deferred();
    const done = keepAlive(() => Promise.reject(new Error('gone')))(() => work.promise);
    await vi.advanceTimersByTimeAsync(20_000);
    work.resolve();
    await expect(done).resolves.toBeUndefined();
  });
});

describe('requests to the services', () => {
  let browser: FakeBrowser;

  beforeEach(async () => {
    browser = await setUpBrowser();
  });

  it('lose what a browser adds, by a rule for our own requests only', () => {
    expect(plainRequestsRule(OWN.origin, serviceHosts())).toEqual({
      id: 1,
      priority: 1,
      action: {
        type: 'modifyHeaders',
        requestHeaders: [
          'origin',
          'sec-fetch-site',
          'sec-fetch-mode',
          'sec-fetch-dest',
          'sec-fetch-user',
          'sec-fetch-storage-access',
        ].map((header) => ({ header, operation: 'remove' })),
      },
      condition: {
        requestDomains: [
          'softwareauthorisations.ato.gov.au',
          'portal.usi.gov.au',
          'softwareauthorisations.evte.ato.gov.au',
          '3pt.portal.usi.gov.au',
        ],
        initiatorDomains: [OWN.id],
        tabIds: [-1],
        resourceTypes: ['xmlhttprequest'],
      },
    });
  });

  it('wait for the rule, which is set once in a worker’s life', async () => {
    const slow = deferred();
    browser.setRequestRule.mockImplementation(() => slow.promise);
    const worker = await browser.worker();
    const { io } = worker.parts.asking;
    const both = Promise.all([
      io.fetch('https://portal.usi.gov.au/', {}),
      io.fetch('https://portal.usi.gov.au/', {}),
    ]);
    await Promise.resolve();
    expect(browser.fetch).not.toHaveBeenCalled();
    slow.resolve();
    await both;
    expect(browser.setRequestRule).toHaveBeenCalledTimes(1);
    expect(browser.fetch).toHaveBeenCalledTimes(2);
    await (await browser.worker()).parts.asking.io.fetch('https://portal.usi.gov.au/', {});
    expect(browser.setRequestRule).toHaveBeenCalledTimes(2);
  });

  it('are not sent without the rule, but tried again with the next request', async () => {
    browser.setRequestRule.mockRejectedValueOnce(new Error('rules'));
    const { io } = (await browser.worker()).parts.asking;
    await expect(io.fetch('https://portal.usi.gov.au/', {})).rejects.toThrow('rules');
    expect(browser.fetch).not.toHaveBeenCalled();
    await io.fetch('https://portal.usi.gov.au/', {});
    expect(browser.fetch).toHaveBeenCalledTimes(1);
  });

  it('keep the background alive from the token request to the verdict', async () => {
    const services = stubServices(browser);
    const started = vi.spyOn(globalThis, 'setInterval');
    const stopped = vi.spyOn(globalThis, 'clearInterval');
    services.issueToken.mockImplementationOnce(async () => {
      expect(started).toHaveBeenCalledTimes(1);
      expect(stopped).not.toHaveBeenCalled();
      throw new Error('enough');
    });
    const worker = await browser.worker();
    await worker.unlock();
    await worker.ask('verify', { student: MARYAM });
    expect(stopped).toHaveBeenCalledTimes(1);
    vi.restoreAllMocks();
  });
});

describe('the services’ clock', () => {
  it('corrects the time of requests, and the next worker knows it', async () => {
    const browser = await setUpBrowser();
    const { clock } = (await browser.worker()).parts;
    const now = browser.clock;
    clock.learn({ date: new Date(now + 600_000).toUTCString(), sentAt: now, receivedAt: now + 200 });
    expect(Math.abs(clock.now() - (now + 600_000))).toBeLessThan(1_000);
    expect((await browser.worker()).parts.clock.now()).toBe(clock.now());
    expect(clock.warning()).toEqual({ minutes: 10, direction: 'slow' });
  });

  it('tells open pages when there is something else to say of it, and only then', async () => {
    const browser = await setUpBrowser();
    const { clock } = (await browser.worker()).parts;
    const now = browser.clock;
    const answer = (offsetMs: number) =>
      clock.learn({
        date: new Date(clock.now() + offsetMs).toUTCString(),
        sentAt: clock.now(),
        receivedAt: clock.now(),
      });
    answer(30_000);
    expect(browser.events).toEqual([]);
    answer(600_000);
    expect(browser.events).toEqual(['status-changed']);
    answer(0);
    expect(browser.events).toEqual(['status-changed']);
    answer(now - clock.now());
    expect(browser.events).toEqual(['status-changed', 'status-changed']);
  });

  it('is taken for right until it is learned, and when what was kept is garbled', async () => {
    const browser = await setUpBrowser();
    await browser.session.write({ 'clock-offset': 'ten minutes' });
    const { clock } = (await browser.worker()).parts;
    expect(clock.now()).toBe(browser.clock);
    expect(clock.warning()).toBeNull();
  });

  it('does not move the session’s deadline, which goes by the computer’s own', async () => {
    const browser = await setUpBrowser();
    const worker = await browser.worker();
    await worker.unlock();
    const now = browser.clock;
    worker.parts.clock.learn({
      date: new Date(now + 86_400_000).toUTCString(),
      sentAt: now,
      receivedAt: now,
    });
    expect(await worker.state()).toBe('unlocked');
  });
});
