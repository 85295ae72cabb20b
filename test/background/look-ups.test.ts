import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../src/problems/index.ts';
import type { Verification } from '../../src/usi/index.ts';
import { type Deferred, deferred } from './support/deferred.ts';
import { type FakeBrowser, type FakeWorker, MINUTE, setUpBrowser } from './support/fake-browser.ts';
import { ASFAHA, MARYAM, stubServices, VERIFIED } from './support/services.ts';

let browser: FakeBrowser;
let services: ReturnType<typeof stubServices>;
let worker: FakeWorker;

beforeEach(async () => {
  browser = await setUpBrowser();
  services = stubServices(browser);
  worker = await browser.worker();
  await worker.unlock();
});

/** Makes the Registry's next answer wait. */
function slowAnswer(): Deferred<Verification> {
  const slow = deferred<Verification>();
  services.verifyUsi.mockImplementationOnce(() => slow.promise);
  return slow;
}

const calls = (count: number) => vi.waitUntil(() => services.verifyUsi.mock.calls.length === count);
const lastLookUp = async (life: FakeWorker) => {
  const status = await life.ask('status', {});
  return status.state === 'unlocked' ? status.lookUp : status.state;
};

describe('a look-up', () => {
  it('is answered with the Registry’s verdict and how long it took', async () => {
    services.verifyUsi.mockImplementationOnce(async () => {
      browser.clock += 420;
      return VERIFIED;
    });
    const lookUp = await worker.ask('verify', { student: MARYAM });
    expect(lookUp).toEqual({
      state: 'answered',
      query: MARYAM,
      verification: VERIFIED,
      finishedAt: browser.clock,
      ms: 420,
    });
    expect(await lastLookUp(worker)).toEqual(lookUp);
  });

  it('that the services refuse is a look-up that failed', async () => {
    services.verifyUsi.mockRejectedValueOnce(new Problem('SERVICE_TIMEOUT', { seconds: '25' }));
    expect(await worker.ask('verify', { student: MARYAM })).toMatchObject({
      state: 'failed',
      problem: { code: 'SERVICE_TIMEOUT', params: { seconds: '25' } },
    });
  });

  it('goes on when the popup closes, and the next popup waits for its end', async () => {
    const slow = slowAnswer();
    void worker.ask('verify', { student: MARYAM });
    await calls(1);
    expect(await lastLookUp(worker)).toMatchObject({ state: 'running', query: MARYAM });
    const waiting = worker.ask('awaitLookUp', {});
    slow.resolve(VERIFIED);
    expect(await waiting).toMatchObject({ state: 'answered', query: MARYAM });
  });

  it('that nobody asked for is null', async () => {
    expect(await worker.ask('awaitLookUp', {})).toBeNull();
  });

  it('left running by a worker that died is called interrupted', async () => {
    slowAnswer();
    void worker.ask('verify', { student: MARYAM });
    await calls(1);
    const next = await browser.worker();
    expect(await next.ask('awaitLookUp', {})).toMatchObject({
      state: 'failed',
      query: MARYAM,
      problem: { code: 'LOOK_UP_INTERRUPTED' },
    });
  });

  it('that could not be written down can be asked again', async () => {
    const write = vi.spyOn(browser.session, 'write').mockRejectedValueOnce(new Error('quota'));
    expect(await worker.problemOf('verify', { student: MARYAM })).toBe('INTERNAL');
    write.mockRestore();
    expect(await worker.ask('verify', { student: MARYAM })).toMatchObject({ state: 'answered' });
  });

  it('is forgotten ten minutes after it ended, by a reminder', async () => {
    await worker.ask('verify', { student: MARYAM });
    expect(browser.alarms.get('forget-look-up')).toEqual({ when: browser.clock + 10 * MINUTE });
    browser.clock += 10 * MINUTE;
    await worker.alarm('forget-look-up');
    expect(browser.session.values.has('look-up')).toBe(false);
  });

  it('is forgotten by whoever looks first, when the reminder was lost', async () => {
    await worker.ask('verify', { student: MARYAM });
    browser.clock += 10 * MINUTE - 1;
    expect(await lastLookUp(worker)).toMatchObject({ state: 'answered' });
    browser.clock += 1;
    expect(await lastLookUp(worker)).toBeNull();
    expect(browser.session.values.has('look-up')).toBe(false);
  });

  it('is forgotten at the next wake-up too, without being looked at', async () => {
    await worker.ask('verify', { student: MARYAM });
    browser.clock += 11 * MINUTE;
    await browser.worker();
    expect(browser.session.values.has('look-up')).toBe(false);
  });
});

describe('two look-ups at once', () => {
  it('of the same student are one', async () => {
    const slow = slowAnswer();
    const both = Promise.all([
      worker.ask('verify', { student: MARYAM }),
      worker.ask('verify', { student: { ...MARYAM } }),
    ]);
    await calls(1);
    slow.resolve(VERIFIED);
    const [first, second] = await both;
    expect(second).toEqual(first);
    expect(services.verifyUsi).toHaveBeenCalledTimes(1);
  });

  it('of different students answer each their own, and the newer one is kept', async () => {
    const slow = slowAnswer();
    const older = worker.ask('verify', { student: MARYAM });
    await calls(1);
    const newer = await worker.ask('verify', { student: ASFAHA });
    slow.resolve(VERIFIED);
    expect(await older).toMatchObject({ state: 'answered', query: MARYAM });
    expect(newer).toMatchObject({ state: 'answered', query: ASFAHA });
    expect(await lastLookUp(worker)).toEqual(newer);
  });

  it('do not bring back one that was cleared while it ran', async () => {
    const slow = slowAnswer();
    const older = worker.ask('verify', { student: MARYAM });
    await calls(1);
    expect(await worker.ask('clearLookUp', {})).toMatchObject({
      state: 'unlocked',
      lookUp: null,
      draft: null,
    });
    slow.resolve(VERIFIED);
    await older;
    expect(await lastLookUp(worker)).toBeNull();
  });
});

describe('a look-up that cannot begin', () => {
  it('says why, sends nothing and leaves no trace', async () => {
    const cases: [string, () => unknown][] = [
      [
        'SITE_ACCESS_WITHHELD',
        () => {
          browser.siteAccess = false;
        },
      ],
      ['ORG_CODE_MISSING', () => worker.ask('saveSettings', { settings: { orgCode: '' } })],
      ['LOCKED', () => worker.ask('lock', {})],
    ];
    for (const [expected, hinder] of cases) {
      await hinder();
      expect(await worker.problemOf('verify', { student: MARYAM })).toBe(expected);
    }
    expect(services.issueToken).not.toHaveBeenCalled();
    expect(services.verifyUsi).not.toHaveBeenCalled();
    expect(browser.session.values.has('look-up')).toBe(false);
  });

  it.each([
    ['USI_CHECK_CHARACTER', { ...MARYAM, usi: 'BNGH7C75FA' }],
    ['NAME_MISSING', { ...MARYAM, familyName: '' }],
    ['DATE_MALFORMED', { ...MARYAM, dateOfBirth: '1966-02-30' }],
  ])('because of the student: %s', async (expected, student) => {
    expect(await worker.problemOf('verify', { student })).toBe(expected);
    expect(services.issueToken).not.toHaveBeenCalled();
  });
});

describe('the clerk’s work behind a lock', () => {
  const draft = {
    usi: 'BNGH',
    firstName: 'Mar',
    familyName: '',
    singleName: '',
    dateOfBirth: '',
    hasSingleName: false,
  };

  it('is not seen, but waits', async () => {
    await worker.ask('saveDraft', { draft });
    await worker.ask('verify', { student: MARYAM });
    const locked = await worker.ask('lock', {});
    expect(locked).toMatchObject({ state: 'locked', workWaiting: true });
    expect(JSON.stringify(locked)).not.toContain('BNGH');
    expect(await worker.problemOf('awaitLookUp', {})).toBe('LOCKED');
    expect(await worker.unlock()).toMatchObject({ state: 'unlocked', draft, lookUp: { state: 'answered' } });
  });

  it('includes an answer that came after the lock', async () => {
    const slow = slowAnswer();
    const looking = worker.problemOf('verify', { student: MARYAM });
    await calls(1);
    await worker.ask('lock', {});
    slow.resolve(VERIFIED);
    expect(await looking).toBe('LOCKED');
    expect(await worker.unlock()).toMatchObject({ lookUp: { state: 'answered', query: MARYAM } });
  });

  it('says of a look-up that the lock cut short that it was interrupted', async () => {
    const slow = slowAnswer();
    const looking = worker.problemOf('verify', { student: MARYAM });
    await calls(1);
    await worker.ask('lock', {});
    slow.reject(new Problem('SECURITY_REFUSED'));
    expect(await looking).toBe('LOCKED');
    expect(await worker.unlock()).toMatchObject({ lookUp: { problem: { code: 'LOOK_UP_INTERRUPTED' } } });
  });

  it('is saved even while locked, and survives the death of the worker', async () => {
    await worker.ask('lock', {});
    await worker.ask('saveDraft', { draft });
    expect(await (await browser.worker()).unlock()).toMatchObject({ draft });
  });

  it('is gone after the browser exits', async () => {
    await worker.ask('saveDraft', { draft });
    browser.restart();
    expect(await (await browser.worker()).unlock()).toMatchObject({ draft: null, lookUp: null });
  });

  it('is forgotten when the clerk goes on to the next student', async () => {
    await worker.ask('saveDraft', { draft });
    await worker.ask('clearLookUp', {});
    expect(browser.session.values.has('draft')).toBe(false);
  });
});
