/** The store's package in a real Firefox ESR: host, keystore and services as real as they get on one computer. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../../scripts/build/paths.ts';
import { PROBLEMS } from '../../src/problems/index.ts';
import { installHostForFirefox } from '../support/firefox.ts';
import type { FirefoxPopup } from '../support/firefox-popup.ts';
import { FirefoxDesk } from './support/firefox-desk.ts';
import { MARYAM, MARYAM_QUERY } from './support/students.ts';

let desk: FirefoxDesk;

beforeAll(async () => {
  desk = await FirefoxDesk.open({ host: false });
});
afterAll(() => desk?.close());

async function picture({ page }: FirefoxPopup, name: string): Promise<void> {
  mkdirSync(join(ROOT, 'artifacts'), { recursive: true });
  writeFileSync(join(ROOT, 'artifacts', `firefox-${name}.png`), await page.screenshot());
}

// Firefox is slow to start, so all of these share one, in this order.

it('Firefox’s popup says that the host is missing, and finds it once it is installed', async () => {
  const popup = await desk.openPopup();
  expect(await popup.page.text()).toContain('HOST_MISSING');
  expect(await popup.page.text()).toContain(PROBLEMS.HOST_MISSING.what);
  await picture(popup, 'host-missing');

  installHostForFirefox(desk.home);
  await popup.page.click('.obstacle .primary');
  await popup.page.waitFor('.locked');
  await popup.close();
});

it('a wrong password is said to be wrong, and the right one then opens', async () => {
  const popup = await desk.openPopup();
  await popup.unlock('Not-The-Password1');
  await popup.page.waitFor('[aria-invalid="true"]');
  expect(await popup.page.text()).toContain(PROBLEMS.PASSWORD_WRONG.what);
  await picture(popup, 'password-wrong');

  await popup.unlock(desk.simulator.password);
  await popup.page.waitFor('.look-up');
  await picture(popup, 'look-up');
  await popup.close();
});

it('a student is verified, and told from one whose family name differs', async () => {
  const popup = await desk.openUnlocked();
  await popup.ask(MARYAM);
  expect(await popup.verdict()).toMatchObject({ tone: 'verified' });
  await picture(popup, 'verified');
  await popup.close();

  const next = await desk.openUnlocked();
  await next.ask({ ...MARYAM, familyName: 'Frederick' });
  const { tone, words } = await next.verdict();
  expect(tone).toBe('differs');
  expect(words).toContain('Family name differs');
  await picture(next, 'differs');
  await next.close();
  expect(desk.simulator.log.map(({ operation, outcome }) => [operation, outcome])).toEqual([
    ['RST', 'ok'],
    ['VerifyUSI', 'ok'],
    ['VerifyUSI', 'ok'],
  ]);
});

it('requests look like a plain client’s: no Origin, no Sec-Fetch, no cookie, no referrer', () => {
  expect(desk.simulator.log.length).toBeGreaterThan(0);
  for (const { host, headers } of desk.simulator.log) {
    expect(host).toMatch(/\.gov\.au$/);
    const telling = Object.keys(headers).filter((name) => /^(origin|sec-|cookie|referer)/.test(name));
    expect(telling).toEqual([]);
  }
});

it('a background that Firefox ended wakes up unlocked', async () => {
  const popup = await desk.openUnlocked();
  await popup.page.evaluate('(await browser.runtime.getBackgroundPage()).isTheOldOne = true');
  await desk.firefox.endBackground();
  await popup.ask(MARYAM);
  expect(await popup.verdict()).toMatchObject({ tone: 'verified' });
  const isTheOldOne = 'return (await browser.runtime.getBackgroundPage()).isTheOldOne === true';
  expect(await popup.page.evaluate(isTheOldOne)).toBe(false);
  await popup.close();
});

// Firefox ends a background after 30 s without a call to the browser's API. Between the first request and the new
// token there is none, other than those that are made to stay alive.
it('a look-up of 40 seconds ends in a verdict although the popup is closed', {
  timeout: 180_000,
}, async () => {
  const { simulator } = desk;
  const popup = await desk.openUnlocked();
  simulator.clearLog();
  simulator.setFaults([
    { match: { operation: 'VerifyUSI', request: 1 }, do: { delayMs: 20_000, fault: 'InvalidSecurity' } },
    { match: { operation: 'RST' }, do: { delayMs: 20_000 } },
  ]);
  await popup.ask(MARYAM);
  await popup.page.waitFor('.checking');
  await popup.close();
  await desk.withoutOptions(async () => {
    await expect.poll(() => simulator.log.length, { timeout: 90_000, interval: 1_000 }).toBe(3);
  });
  simulator.setFaults([]);

  const later = await desk.openPopup();
  expect(await later.verdict()).toMatchObject({ tone: 'verified' });
  await later.close();
  expect(simulator.log.map(({ operation, outcome }) => [operation, outcome])).toEqual([
    ['VerifyUSI', 'fault'],
    ['RST', 'ok'],
    ['VerifyUSI', 'ok'],
  ]);
});

it('after a restart Firefox is locked and keeps no verdict', async () => {
  await desk.closeBrowser();
  await desk.startBrowser();
  const popup = await desk.openPopup();
  await popup.page.waitFor('.locked');
  expect(await desk.options.send('status', {})).toMatchObject({
    ok: true,
    value: { state: 'locked', workWaiting: false },
  });
  expect(await desk.options.send('verify', { student: MARYAM_QUERY })).toMatchObject({
    ok: false,
    problem: { code: 'LOCKED' },
  });
});
