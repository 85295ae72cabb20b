import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeBrowser, HOUR, MINUTE, MORNING, setUpBrowser } from './support/fake-browser.ts';

let browser: FakeBrowser;

beforeEach(async () => {
  browser = await setUpBrowser();
  await (await browser.worker()).unlock();
});

/** Time passes with the computer awake: the reminder rings every five minutes, each time waking a new worker. */
async function awakeFor(duration: number): Promise<void> {
  const end = browser.clock + duration;
  while (browser.clock < end) {
    browser.clock = Math.min(end, browser.clock + 5 * MINUTE);
    await (await browser.worker()).alarm('session-check');
  }
}

/** Time passes and nothing runs: the computer sleeps, or its clock is set. */
function jump(duration: number): void {
  browser.clock += duration;
}

const state = async () => (await browser.worker()).state();

describe('the deadline', () => {
  it('lets a session live through a working day', async () => {
    await awakeFor(10 * HOUR - MINUTE);
    expect(await state()).toBe('unlocked');
  });

  it('ends it ten hours after the unlocking, whatever was done meanwhile', async () => {
    await awakeFor(10 * HOUR);
    expect(await state()).toBe('locked');
    expect(browser.wrappingKey).toBeUndefined();
  });

  it('decides by the clock: the message itself locks when no alarm rang', async () => {
    const worker = await browser.worker();
    await awakeFor(9 * HOUR + 55 * MINUTE);
    jump(5 * MINUTE);
    expect(await worker.problemOf('awaitLookUp', {})).toBe('LOCKED');
    expect(browser.session.values.has('session')).toBe(false);
  });

  it('is not moved by a second look at it', async () => {
    expect(browser.alarms.get('session-deadline')).toEqual({ when: MORNING + 10 * HOUR });
    await awakeFor(HOUR);
    expect(browser.alarms.get('session-deadline')).toEqual({ when: MORNING + 10 * HOUR });
  });
});

describe('the end of the credential', () => {
  /** The end of the keystore's credential. */
  const END = Date.parse('2036-01-01');

  beforeEach(async () => {
    browser = await setUpBrowser();
    browser.clock = END - 10 * MINUTE;
    await (await browser.worker()).unlock();
  });

  it('locks, so that the file is read anew and its successor can be unlocked', async () => {
    await awakeFor(10 * MINUTE - 1);
    expect(await state()).toBe('unlocked');
    const worker = await browser.worker();
    jump(2);
    browser.hostRequests.length = 0;
    expect(await worker.state()).toBe('expired');
    expect(browser.hostRequests).toContainEqual({ action: 'read' });
    expect(browser.wrappingKey).toBeUndefined();
  });
});

describe('leaving the computer', () => {
  it('locks when the browser says that there was no input', async () => {
    await (await browser.worker()).idle('idle');
    expect(await state()).toBe('locked');
  });

  it('locks when the operating system locks, where the browser tells', async () => {
    await (await browser.worker()).idle('locked');
    expect(await state()).toBe('locked');
  });

  it('does not lock when the person comes back', async () => {
    await (await browser.worker()).idle('active');
    expect(await state()).toBe('unlocked');
  });

  it('counts sleep as idleness: half an hour without a sign of life locks', async () => {
    jump(31 * MINUTE);
    expect(await state()).toBe('locked');
  });

  it('lets a short sleep pass', async () => {
    jump(29 * MINUTE);
    expect(await state()).toBe('unlocked');
    jump(29 * MINUTE);
    expect(await state()).toBe('unlocked');
  });
});

describe('a clock that is set back', () => {
  it('does not prolong the session: before the unlocking means locked', async () => {
    jump(-2 * MINUTE);
    expect(await state()).toBe('locked');
  });

  it('does not prolong it later in the day either', async () => {
    await awakeFor(6 * HOUR);
    jump(-5 * HOUR);
    expect(await state()).toBe('locked');
  });

  it('is noticed by a worker that lives through it', async () => {
    const worker = await browser.worker();
    await worker.ready();
    jump(-2 * MINUTE);
    expect(await worker.state()).toBe('locked');
  });

  it('forgives what a time server corrects, without gaining time by it', async () => {
    jump(-30_000);
    expect(await state()).toBe('unlocked');
    jump(-29_000);
    expect(await state()).toBe('unlocked');
    jump(-2_000);
    expect(await state()).toBe('locked');
  });
});

describe('reminders', () => {
  it('are set while unlocked and cancelled by the lock', async () => {
    expect([...browser.alarms.keys()].sort()).toEqual(['session-check', 'session-deadline']);
    await (await browser.worker()).ask('lock', {});
    expect([...browser.alarms.keys()]).toEqual([]);
  });

  it('come back when the browser lost them', async () => {
    browser.alarms.clear();
    await browser.worker();
    expect([...browser.alarms.keys()].sort()).toEqual(['session-check', 'session-deadline']);
  });

  it('that nobody knows do nothing', async () => {
    await (await browser.worker()).alarm('lunch');
    expect(await state()).toBe('unlocked');
  });
});
