import { describe, expect, it } from 'vitest';
import { focusOf } from '../../gallery/browser.ts';
import {
  inState,
  press,
  pressWithShift,
  sent,
  text,
  type,
  typeMaryam,
  useGallery,
  waitForAnnouncement,
  waitForFocus,
} from '../../gallery/keyboard.ts';
import { FREDERICK, MARYAM } from '../../gallery/material.ts';

useGallery();

describe('after the verdict', () => {
  it('edits the student in the field that differs', () =>
    inState('look-up', async (page) => {
      await typeMaryam(page, 'Frederick');
      await press(page, 'Enter');
      await waitForFocus(page, '.band h1');
      expect(await focusOf(page)).toBe('heading Not verified: family name differs');
      await press(page, 'Tab', 'Tab');
      expect(await focusOf(page)).toBe('button Edit and check again');
      await press(page, 'Enter');
      await page.waitForSelector('.look-up');
      expect(await focusOf(page)).toBe('field Family name');
      await type(page, 'Fredrick');
      await press(page, 'Enter');
      await waitForFocus(page, '.band h1');
      await expect.poll(() => sent(page, 'verify')).toEqual([{ student: FREDERICK }, { student: MARYAM }]);
    }));

  it('copies the result and says so', () =>
    inState('verdict-verified', async (page) => {
      await press(page, 'Tab', 'Tab', 'Tab', 'Enter');
      await waitForAnnouncement(page, 'Copied');
      expect(await page.evaluate(() => window.copied)).toBe(
        'USI BNGH7C75FN, Maryam Fredrick, 25/05/1966: Verified (Registry status: Valid). Checked 21/11/2026, 14:03, OrgCode VA1803.',
      );
      expect(await focusOf(page)).toBe('button Copied');
    }));

  it('does not skip the verdict when the Enter that asked for it is still held down', () =>
    inState('verdict-verified', async (page) => {
      await page.evaluate(() => {
        const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true });
        document.activeElement?.dispatchEvent(held);
      });
      expect(await sent(page, 'clearLookUp')).toEqual([]);
    }));

  it('tries again with Enter where that may help', () =>
    inState('problem-unreachable', async (page) => {
      await press(page, 'Enter');
      await waitForFocus(page, '.band.verified h1');
      await expect.poll(() => sent(page, 'verify')).toEqual([{ student: MARYAM }]);
    }));

  it('goes back to the form with Enter where trying again cannot help', () =>
    inState('problem-refused', async (page) => {
      expect(await text(page, '.problem')).toContain('2002 Organisation failed authorisation.');
      expect(
        await page.$$eval('.button', (buttons) => buttons.map(({ textContent }) => textContent)),
      ).not.toContain('Try again');
      await press(page, 'Enter');
      await page.waitForSelector('.look-up');
      expect(await page.$eval('.usi', (field) => (field as HTMLInputElement).value)).toBe(MARYAM.usi);
    }));

  it('locks from the header', () =>
    inState('verdict-verified', async (page) => {
      await pressWithShift(page, 'Tab', 'Tab');
      expect(await focusOf(page)).toBe('button Lock');
      await press(page, 'Enter');
      await page.waitForSelector('.locked');
      expect(await focusOf(page)).toBe('field Keystore password');
      expect(await page.content()).not.toContain(MARYAM.usi);
    }));
});
