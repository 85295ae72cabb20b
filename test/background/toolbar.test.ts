import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeBrowser, setUpBrowser } from './support/fake-browser.ts';

let browser: FakeBrowser;

beforeEach(async () => {
  browser = await setUpBrowser();
});

/** The badge when the credential, which ends with the year 2035, is looked at on that day. */
async function badgeOn(date: string): Promise<string> {
  browser.clock = Date.parse(date);
  await (await browser.worker()).ask('status', {});
  return browser.button.badge;
}

describe('the badge', () => {
  it('is empty while the credential has long to go', async () => {
    expect(await badgeOn('2035-11-01T23:00:00Z')).toBe('');
  });

  it('counts the last sixty days', async () => {
    expect(await badgeOn('2035-11-02T01:00:00Z')).toBe('60');
    expect(await badgeOn('2035-12-31T12:00:00Z')).toBe('1');
  });

  it('calls out once it has expired', async () => {
    expect(await badgeOn('2036-01-01T00:00:01Z')).toBe('!');
  });

  it('is cleared when the credential was renewed', async () => {
    await badgeOn('2035-12-31T12:00:00Z');
    expect(await badgeOn('2030-01-01')).toBe('');
  });
});

describe('icon and title', () => {
  it('say locked after the browser started', async () => {
    await browser.worker();
    expect(browser.button).toMatchObject({ icon: '/icons/locked-16.png', title: 'toolbarLocked' });
  });

  it('say unlocked again when a worker wakes up unlocked', async () => {
    await (await browser.worker()).unlock();
    browser.button.icon = '';
    await browser.worker();
    expect(browser.button).toMatchObject({ icon: '/icons/unlocked-16.png', title: 'toolbarUnlocked' });
  });

  it('do not stand in the way of anything when the browser refuses them', async () => {
    const refuses = () => Promise.reject(new Error('Failed to set icon'));
    const platform = browser.platform();
    browser.platform = () => ({
      ...platform,
      button: { setIcon: refuses, setTitle: refuses, setBadge: refuses },
    });
    const worker = await browser.worker();
    expect((await worker.unlock()).state).toBe('unlocked');
    expect((await worker.ask('lock', {})).state).toBe('locked');
  });

  it('hold no personal data', async () => {
    const titles = ['toolbarLocked', 'toolbarUnlocked', 'toolbarLockedTest', 'toolbarUnlockedTest'];
    const worker = await browser.worker();
    await worker.unlock();
    await worker.ask('saveSettings', { settings: { environment: 'thirdParty' } });
    expect(titles).toContain(browser.button.title);
  });
});
