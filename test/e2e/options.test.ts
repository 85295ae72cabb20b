import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { english } from '../../scripts/launch/popup.ts';
import { PROBLEMS } from '../../src/problems/index.ts';
import { Desk } from './support/desk.ts';
import { tabTo } from './support/keyboard.ts';
import { MARYAM } from './support/students.ts';

const OURS = { abn: '27809366375', name: 'USIMachine' };
const OTHERS = { abn: '11000002568', name: 'OtherMachine' };

// Each step stands on the one before, as in a first set-up.
describe('the options page, by keyboard alone', () => {
  let desk: Desk;
  let page: Page;
  beforeAll(async () => {
    desk = await Desk.open({
      simulator: { keystore: { credentials: [OURS, OTHERS] } },
      settings: { environment: 'production', orgCode: '' },
    });
    page = desk.companion.options;
    await page.reload();
  });
  afterAll(() => desk.close());

  const waitForWords = (words: string) =>
    page.waitForFunction((wanted) => document.body.textContent?.includes(wanted), {}, words);
  const settings = () => desk.companion.send('readSettings', {});
  const untilSettings = async (wanted: object) =>
    expect.poll(settings, { timeout: 30_000 }).toMatchObject(wanted);

  it('says which host is installed, where the keystore lies and which credentials it holds', async () => {
    const [before = ''] = english('hostVersion').split('{version}');
    await waitForWords(before);
    await waitForWords(desk.home.keystore);
    await waitForWords(OURS.name);
    await waitForWords(OTHERS.name);
  });

  it('refuses an OrgCode that cannot be one, and saves nothing', async () => {
    await tabTo(page, english('orgCodeLabel'));
    await page.keyboard.type('VA 18/03?');
    await page.keyboard.press('Enter');
    await waitForWords(PROBLEMS.ORG_CODE_MALFORMED.what);
    expect(await settings()).toMatchObject({ orgCode: '' });
  });

  it('saves an OrgCode on Enter', async () => {
    await page.keyboard.down('Control');
    await page.keyboard.press('a', { commands: ['SelectAll'] });
    await page.keyboard.up('Control');
    await page.keyboard.type(desk.simulator.orgCode);
    await page.keyboard.press('Enter');
    await waitForWords(english('saved'));
    await untilSettings({ orgCode: desk.simulator.orgCode });
  });

  it('changes the environment with an arrow key', async () => {
    await page.reload();
    await tabTo(page, english('environmentProduction'));
    await page.keyboard.press('ArrowDown');
    await untilSettings({ environment: 'thirdParty' });
  });

  it('leaves the popup asking which of two credentials, until one is chosen here', async () => {
    await desk.withPopup((popup) => popup.waitForScreen('chooseCredentialTitle'));
    await page.reload();
    await waitForWords(OURS.name);
    await tabTo(page, OURS.name);
    await page.keyboard.press('Space');
    await untilSettings({ credentialId: expect.stringContaining(OURS.name) });
    await desk.withPopup(async (popup) => {
      const { text } = await popup.waitForScreen('lockedTitle');
      expect(text).toContain(OURS.name);
      expect(text).toContain(english('environmentTestBanner'));
    });
  });

  it('with all that set, the popup looks up', async () => {
    await desk.withPopup(async (popup) => {
      await popup.unlock(desk.simulator.password);
      expect(await popup.lookUp(MARYAM)).toMatchObject({ verdict: 'verified' });
    });
  });

  it('another environment needs another token', async () => {
    await desk.companion.send('saveSettings', { settings: { environment: 'production' } });
    await desk.companion.send('saveSettings', { settings: { environment: 'thirdParty' } });
    desk.simulator.clearLog();
    await desk.withPopup((popup) => popup.lookUp(MARYAM));
    expect(desk.wire()).toEqual(['RST ok', 'VerifyUSI ok']);
  });

  it('choosing another credential locks', async () => {
    await page.reload();
    await waitForWords(OTHERS.name);
    await tabTo(page, OURS.name);
    await page.keyboard.press('ArrowDown');
    await untilSettings({ credentialId: expect.stringContaining(OTHERS.name) });
    await desk.withPopup(async (popup) => {
      expect((await popup.waitForScreen('lockedTitle')).text).toContain(OTHERS.name);
    });
  });
});
