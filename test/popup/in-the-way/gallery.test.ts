import { describe, expect, it } from 'vitest';
import { picture } from '../../gallery/browser.ts';
import {
  describedBy,
  inState,
  press,
  sent,
  text,
  type,
  useGallery,
  waitForFocus,
} from '../../gallery/keyboard.ts';

useGallery();

describe('what is in the way', () => {
  it('is gone with Enter when it has been mended', () =>
    inState('needs-org-code', async (page) => {
      await press(page, 'Enter');
      expect(await describedBy(page)).toBe('No organisation code is set.');
      await type(page, 'VA-1803');
      await press(page, 'Enter');
      expect(await describedBy(page)).toBe('An organisation code has one to eight letters and digits.');
      for (let key = 0; key < 5; key++) await press(page, 'Backspace');
      await type(page, '1803');
      await press(page, 'Enter');
      await waitForFocus(page, '.usi');
      await expect.poll(() => sent(page, 'saveSettings')).toEqual([{ settings: { orgCode: 'VA1803' } }]);
    }));

  it('is named again with more help after two vain checks', () =>
    inState('needs-host', async (page) => {
      await press(page, 'Enter');
      await page.waitForSelector('[role=status] p');
      expect(await page.$('.more-help')).toBeNull();
      await press(page, 'Enter');
      await page.waitForSelector('.more-help');
      await picture(page, 'needs-host-more-help-light');
      await expect.poll(() => sent(page, 'status')).toHaveLength(3);
    }));

  it('is a choice of credentials that one key makes; an AUSkey cannot be chosen', () =>
    inState('choose-credential', async (page) => {
      await press(page, 'Enter');
      await page.waitForFunction(() => window.sent.some(({ type: name }) => name === 'saveSettings'));
      await expect
        .poll(() => sent(page, 'saveSettings'))
        .toEqual([{ settings: { credentialId: 'ABRD:27809366375_USIMachine' } }]);
      expect(await page.$$eval('.credential-choice:disabled', (choices) => choices.length)).toBe(1);
    }));

  it('is the browser’s refusal, said in words', () =>
    inState('site-access-withheld', async (page) => {
      await press(page, 'Enter');
      await page.waitForSelector('.bad');
      expect(await text(page, '.bad')).toContain('Access was not allowed');
    }));

  it('says once where the keystore was looked for', async () => {
    for (const [state, path] of [
      ['needs-keystore', 'C:\\Users\\Sample\\AppData\\Roaming\\ATOMAS\\keystore-new.xml'],
      ['needs-keystore-damaged', 'D:\\Backup\\keystore-new.xml'],
    ] as const) {
      await inState(state, async (page) => {
        expect((await text(page, 'main')).split(path)).toHaveLength(2);
      });
    }
  });

  it('leads to the options', () =>
    inState('needs-keystore', async (page) => {
      await press(page, 'Tab', 'Enter');
      expect(await page.evaluate(() => window.optionsOpened)).toBe(1);
    }));
});

describe('Escape', () => {
  it('closes the popup', () =>
    inState('look-up', async (page) => {
      await page.evaluate(() => {
        window.close = () => document.body.setAttribute('data-closed', '');
      });
      await press(page, 'Escape');
      expect(await page.$('[data-closed]')).not.toBeNull();
    }));
});
