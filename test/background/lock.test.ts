import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createLock, type LockSteps } from '../../background/session/index.ts';
import { type FakeBrowser, setUpBrowser } from './support/fake-browser.ts';
import { MARYAM, stubServices } from './support/services.ts';

let browser: FakeBrowser;

beforeEach(async () => {
  browser = await setUpBrowser();
});

describe('the lock', () => {
  it('takes its steps in a fixed order, the memory first and at once', async () => {
    const taken: string[] = [];
    const step = (name: string) => async () => void taken.push(name);
    const lock = createLock({
      dropSession: () => void taken.push('dropSession'),
      dropToken: () => void taken.push('dropToken'),
      wipeSession: step('wipeSession'),
      cancelAlarms: step('cancelAlarms'),
      showLocked: step('showLocked'),
      tellPages: step('tellPages'),
    });
    const locking = lock();
    expect(taken).toEqual(['dropSession', 'dropToken', 'wipeSession']);
    await locking;
    expect(taken).toEqual([
      'dropSession',
      'dropToken',
      'wipeSession',
      'cancelAlarms',
      'showLocked',
      'tellPages',
    ]);
  });

  it('takes every later step when one fails, and reports the failure', async () => {
    const fails = async () => {
      throw new Error('storage');
    };
    const steps: LockSteps = {
      dropSession: vi.fn(),
      dropToken: vi.fn(),
      wipeSession: fails,
      cancelAlarms: fails,
      showLocked: vi.fn(async () => undefined),
      tellPages: vi.fn(async () => undefined),
    };
    await expect(createLock(steps)()).rejects.toThrow('storage');
    expect(steps.showLocked).toHaveBeenCalled();
    expect(steps.tellPages).toHaveBeenCalled();
  });

  it('leaves no credential, no token and no key, but the clerk’s work', async () => {
    stubServices(browser);
    const worker = await browser.worker();
    await worker.unlock();
    await worker.ask('verify', { student: MARYAM });
    expect(browser.session.values.has('token')).toBe(true);
    expect(await worker.ask('lock', {})).toMatchObject({ state: 'locked', workWaiting: true });
    expect([...browser.session.values.keys()].sort()).toEqual(['look-up', 'session-generation']);
    expect(browser.wrappingKey).toBeUndefined();
    expect(worker.parts.session.open).toBeNull();
  });

  it('shows locked on the button and tells the pages', async () => {
    const worker = await browser.worker();
    await worker.unlock();
    expect(browser.button).toMatchObject({ icon: '/icons/unlocked-16.png', title: 'toolbarUnlocked' });
    browser.events.length = 0;
    await worker.ask('lock', {});
    expect(browser.button).toMatchObject({ icon: '/icons/locked-16.png', title: 'toolbarLocked' });
    expect(browser.events).toEqual(['status-changed']);
  });

  it('wipes the wrapping key even when the memory half cannot be deleted, and the rest is then worthless', async () => {
    const worker = await browser.worker();
    await worker.unlock();
    vi.spyOn(browser.session, 'forget').mockRejectedValue(new Error('storage'));
    await expect(worker.parts.lock()).rejects.toThrow('storage');
    expect(browser.wrappingKey).toBeUndefined();
    expect(worker.parts.session.open).toBeNull();
    vi.restoreAllMocks();
    expect(await (await browser.worker()).state()).toBe('locked');
  });
});
