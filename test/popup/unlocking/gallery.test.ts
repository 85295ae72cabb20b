import { describe, expect, it } from 'vitest';
import { axe, focusOf, picture } from '../../gallery/browser.ts';
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
import { PASSWORD } from '../../gallery/material.ts';

useGallery();

describe('unlocking by keyboard', () => {
  it('goes from the password to the first field of the form', () =>
    inState('locked', async (page) => {
      await type(page, PASSWORD);
      await press(page, 'Enter');
      await waitForFocus(page, '.usi');
      await expect.poll(() => sent(page, 'unlock')).toEqual([{ password: PASSWORD }]);
      expect(await page.content()).not.toContain(PASSWORD);
    }));

  it('loses no Enter of somebody who types ahead: the form hears it before it is painted', () =>
    inState('locked', async (page) => {
      await page.evaluate(() => {
        const observer = new MutationObserver(() => {
          const field = document.querySelector('.usi');
          if (!field) return;
          observer.disconnect();
          field.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
          );
        });
        observer.observe(document.body, { childList: true, subtree: true });
      });
      await type(page, PASSWORD);
      await press(page, 'Enter');
      await page.waitForSelector('.usi[aria-invalid="true"]');
    }));

  it('says what the password is when it is wrong, and lets it be typed anew', () =>
    inState('locked', async (page) => {
      await type(page, 'myID-password');
      await press(page, 'Enter');
      await page.waitForSelector('[aria-invalid="true"]');
      expect(await focusOf(page)).toBe('field Keystore password');
      expect(await describedBy(page)).toBe('The password does not open this credential.');
      expect(await text(page, '.locked')).toContain('not the myID password');
      await picture(page, 'locked-wrong-password-light');
      expect((await axe(page)).violations).toEqual([]);

      await type(page, PASSWORD);
      expect(await page.$('[aria-invalid="true"]')).toBeNull();
      await press(page, 'Enter');
      await waitForFocus(page, '.usi');
    }));

  it('never trims a password, but offers to', () =>
    inState('locked', async (page) => {
      await type(page, `${PASSWORD} `);
      await press(page, 'Enter');
      await page.waitForSelector('.link');
      expect(await text(page, '.locked')).toContain('begins or ends with a space');
      await picture(page, 'locked-outer-space-light');
      await press(page, 'Tab', 'Tab');
      expect(await focusOf(page)).toBe('button Try without');
      await press(page, 'Enter');
      await waitForFocus(page, '.usi');
      await expect
        .poll(() => sent(page, 'unlock'))
        .toEqual([{ password: `${PASSWORD} ` }, { password: PASSWORD }]);
    }));

  it('shows the password on request and warns of Caps Lock', () =>
    inState('locked', async (page) => {
      await type(page, 'ABC');
      await page.evaluate(() => {
        const key = new KeyboardEvent('keyup', { key: 'C', modifierCapsLock: true, bubbles: true });
        document.activeElement?.dispatchEvent(key);
      });
      await page.waitForSelector('.hint');
      expect(await describedBy(page)).toBe('Caps Lock is on.');
      expect(await page.$eval('input', ({ type: kind }) => kind)).toBe('password');
      await press(page, 'Tab', 'Space');
      expect(await page.$eval('input', ({ type: kind }) => kind)).toBe('text');
    }));
});
