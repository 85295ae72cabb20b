import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, contentSize, focusOf, type Gallery, picture, startGallery } from '../gallery/browser.ts';
import { OPTIONS_STATES } from '../gallery/states.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery?.close());

const saved = (page: Page) =>
  page.evaluate(() => window.sent.filter(({ type }) => type === 'saveSettings').map(({ input }) => input));
const outcomes = (page: Page) =>
  page.$$eval('.outcome', (notes) =>
    notes.map(({ textContent }) => textContent).filter((said) => said !== ''),
  );

describe.each(Object.keys(OPTIONS_STATES))('the options page in the state %s', (state) => {
  it.each(['light', 'dark'] as const)('pleases axe (%s)', async (scheme) => {
    const page = await gallery.open('options', state, { scheme, width: 800 });
    await page.waitForSelector('.section:nth-of-type(6)');
    await picture(page, `${state}-${scheme}`);
    const { violations, rules } = await axe(page);
    expect(violations).toEqual([]);
    expect(rules).toBeGreaterThan(60);
    await page.close();
  });

  it('never scrolls sideways in a narrow window at 200 % zoom', async () => {
    const page = await gallery.open('options', state, { width: 320, height: 512, zoom: 2 });
    await page.waitForSelector('.section:nth-of-type(6)');
    await picture(page, `${state}-zoom-200`);
    expect((await contentSize(page)).width).toBeLessThanOrEqual(320);
    await page.close();
  });

  it('says whose product it is not, and its version', async () => {
    const page = await gallery.open('options', state, { width: 800 });
    expect(await page.$eval('footer', (footer) => footer.textContent)).toMatch(
      /not affiliated with or endorsed/,
    );
    expect(await page.$eval('header', (header) => header.textContent)).toContain('Version 0.1.0');
    await page.close();
  });
});

describe('the options', () => {
  it('save a choice at once and say so', async () => {
    const page = await gallery.open('options', 'options', { width: 800 });
    const test = await page.waitForSelector('::-p-aria([name="Test"][role="radio"])');
    await test?.click();
    await page.waitForSelector('.banner');
    expect(await saved(page)).toEqual([{ settings: { environment: 'thirdParty' } }]);
    expect(await outcomes(page)).toEqual(['Saved']);
    await picture(page, 'options-saved-light');
    await page.close();
  });

  it('save the OrgCode with Enter, and refuse one that cannot be', async () => {
    const page = await gallery.open('options', 'options-first-run', { width: 800 });
    const field = await page.waitForSelector('::-p-aria([name="OrgCode"][role="textbox"])');
    await field?.type('VA 1803');
    await page.keyboard.press('Enter');
    expect(await page.$eval('.error', (note) => note.textContent)).toContain(
      'one to eight letters and digits',
    );
    expect(await saved(page)).toEqual([]);
    for (let key = 0; key < 5; key++) await page.keyboard.press('Backspace');
    await page.keyboard.type('1803');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.outcome:not(:empty)'));
    expect(await saved(page)).toEqual([{ settings: { orgCode: 'VA1803' } }]);
    expect(await focusOf(page)).toBe('field OrgCode');
    await page.close();
  });

  it('show what was changed in the popup meanwhile, but never over what is being typed', async () => {
    const page = await gallery.open('options', 'options-first-run', { width: 800 });
    const field = await page.waitForSelector('::-p-aria([name="OrgCode"][role="textbox"])');
    const shows = (code: string) =>
      page.waitForFunction((input, value) => (input as HTMLInputElement).value === value, {}, field, code);
    await page.evaluate(() => window.changeElsewhere({ orgCode: 'VA1803', environment: 'thirdParty' }));
    await page.waitForSelector('.banner');
    await shows('VA1803');
    await field?.type('5');
    await page.evaluate(() => window.changeElsewhere({ orgCode: 'VA9', environment: 'production' }));
    await page.waitForFunction(() => document.querySelector('.banner') === null);
    await shows('VA18035');
    await page.close();
  });

  it('take another place for the keystore, and show why one is refused', async () => {
    const page = await gallery.open('options', 'options', { width: 800 });
    const other = await page.waitForSelector('::-p-aria([name="In another place"][role="radio"])');
    await other?.click();
    const field = await page.waitForSelector('::-p-aria([name="Path of the keystore file"][role="textbox"])');
    await field?.type('keystore.xml');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.problem-code');
    expect(await page.$eval('.problem', (problem) => problem.textContent)).toContain('is not a full path');
    await picture(page, 'options-relative-path-light');
    expect((await axe(page)).violations).toEqual([]);
    await page.close();
  });

  it('mark the credential that acts although nobody has chosen one', async () => {
    const page = await gallery.open('options', 'options', { width: 800 });
    await page.waitForSelector('input[name=credential]');
    await page.evaluate(() => window.changeElsewhere({ credentialId: null, environment: 'thirdParty' }));
    await page.waitForSelector('.banner');
    const marked = await page.$$eval('input[name=credential]', (inputs) =>
      inputs.map(({ checked }) => checked),
    );
    expect(marked).toEqual([true, false, false]);
    await page.close();
  });

  it('never let an AUSkey be chosen', async () => {
    const page = await gallery.open('options', 'options', { width: 800 });
    await page.waitForSelector('input[name=credential]');
    const choices = await page.$$eval('input[name=credential]', (inputs) =>
      inputs.map(({ disabled }) => disabled),
    );
    expect(choices).toEqual([false, false, true]);
    await page.close();
  });

  it('show the token service profile only to those who open it', async () => {
    const page = await gallery.open('options', 'options', { width: 800 });
    const summary = await page.waitForSelector('summary');
    expect(await page.$eval('details', ({ open }) => open)).toBe(false);
    await summary?.click();
    const old = await page.waitForSelector('::-p-aria([name="S007 v1.2 (SHA-1)"][role="radio"])');
    await old?.click();
    await page.waitForFunction(() => document.querySelector('.outcome:not(:empty)'));
    expect(await saved(page)).toEqual([{ settings: { stsProfile: 'v1.2' } }]);
    await page.close();
  });
});
