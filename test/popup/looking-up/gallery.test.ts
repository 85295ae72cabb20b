import { describe, expect, it } from 'vitest';
import { axe, focusOf, picture } from '../../gallery/browser.ts';
import {
  describedBy,
  inState,
  paste,
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
import { MARYAM, SINGLE } from '../../gallery/material.ts';

useGallery();

describe('looking up by keyboard', () => {
  it('goes from the USI to the verdict, and with Enter on to the next student', () =>
    inState('look-up', async (page) => {
      await typeMaryam(page);
      await press(page, 'Enter');
      await waitForFocus(page, '.band h1');
      expect(await focusOf(page)).toBe('heading Verified: Registry status: Valid');
      expect(await page.$eval('.band', (band) => band.getAttribute('role'))).toBe('status');
      await expect.poll(() => sent(page, 'verify')).toEqual([{ student: MARYAM }]);

      await press(page, 'Enter');
      await waitForFocus(page, '.usi');
      await expect.poll(() => sent(page, 'clearLookUp')).toHaveLength(1);
      expect(
        await page.$$eval('input:not([type=checkbox])', (fields) => fields.map(({ value }) => value)),
      ).toEqual(['', '', '', '']);
    }));

  it('visits the fields in reading order', () =>
    inState('look-up', async (page) => {
      const visited = [await focusOf(page)];
      for (let step = 0; step < 5; step++) {
        await press(page, 'Tab');
        visited.push(await focusOf(page));
      }
      expect(visited).toEqual([
        'field USI',
        'field First name',
        'field Family name',
        'field Student has one name',
        'field Date of birth',
        'button Look up',
      ]);
    }));

  it('judges the USI at every key and the date of birth as soon as it is one', () =>
    inState('look-up', async (page) => {
      await type(page, 'bngh7c7');
      expect(await text(page, '.aside')).toBe('7 of 10');
      await type(page, '0');
      expect(await describedBy(page)).toBe(
        'A USI never holds “0” (character 8). 0, 1, I and O are never used: look for a letter or digit that resembles them.',
      );
      await picture(page, 'look-up-wrong-character-light');
      expect((await axe(page)).violations).toEqual([]);
      await press(page, 'Backspace');
      await type(page, '5fm');
      expect(await describedBy(page)).toContain('The last character does not fit the others');
      await press(page, 'Backspace');
      await type(page, 'n');
      expect(await text(page, '.aside')).toBe('check character fits');
      await waitForAnnouncement(page, 'check character fits');

      await press(page, 'Tab', 'Tab', 'Tab', 'Tab');
      await type(page, '5/6/66');
      expect(await text(page, '.echo')).toBe('5 June 1966');
    }));

  it('marks every field that is wrong, sends nothing, and goes to the first of them', () =>
    inState('look-up', async (page) => {
      await press(page, 'Tab', 'Tab');
      await type(page, 'Fredrick');
      await press(page, 'Tab', 'Tab');
      await type(page, '31/2/1966');
      await press(page, 'Enter');
      expect(await focusOf(page)).toBe('field USI');
      expect(await describedBy(page)).toBe('No USI was entered. Enter the ten characters of the USI.');
      const errors = await page.$$eval('.error', (notes) => notes.map(({ textContent }) => textContent));
      expect(errors).toEqual([
        'No USI was entered. Enter the ten characters of the USI.',
        'The first name is missing.',
        'The date of birth is not a date. Enter it as dd/mm/yyyy.',
      ]);
      await picture(page, 'look-up-errors-light');
      expect((await axe(page)).violations).toEqual([]);
      expect(await sent(page, 'verify')).toEqual([]);
    }));

  it('fills all fields from a pasted line, in whichever field it lands', () =>
    inState('look-up', async (page) => {
      await press(page, 'Tab', 'Tab');
      expect(await paste(page, 'BNGH7C75FN\tMaryam\tFredrick\t25 May 1966')).toBe(false);
      expect(await text(page, '[role=status]')).toContain('Filled from the pasted line');
      await picture(page, 'look-up-pasted-light');
      await press(page, 'Enter');
      await waitForFocus(page, '.band h1');
      await expect.poll(() => sent(page, 'verify')).toEqual([{ student: MARYAM }]);
    }));

  it('leaves what fits one field to that field', () =>
    inState('look-up', async (page) => {
      await press(page, 'Tab');
      expect(await paste(page, 'Mary Ann')).toBe(true);
    }));

  it('takes a student with one name', () =>
    inState('look-up', async (page) => {
      await type(page, SINGLE.usi);
      await press(page, 'Tab', 'Tab', 'Tab', 'Space');
      await pressWithShift(page, 'Tab');
      expect(await focusOf(page)).toBe('field Single name');
      await type(page, 'Testsinglename');
      await press(page, 'Tab', 'Tab');
      await type(page, '1 jan 1985');
      await press(page, 'Enter');
      await waitForFocus(page, '.band h1');
      await expect.poll(() => sent(page, 'verify')).toEqual([{ student: SINGLE }]);
    }));

  it('saves the draft with every key', () =>
    inState('look-up', async (page) => {
      await type(page, 'bngh', 'Mar');
      await expect
        .poll(async () => (await sent(page, 'saveDraft')).at(-1))
        .toMatchObject({
          draft: { usi: 'bngh', firstName: 'Mar' },
        });
    }));

  it('waits for a look-up that began before the popup was opened, and counts the seconds', () =>
    inState('checking', async (page) => {
      await expect.poll(() => sent(page, 'awaitLookUp')).toEqual([{}]);
      expect(await text(page, '.elapsed')).toMatch(/^\d+ seconds so far$/);
    }));
});
