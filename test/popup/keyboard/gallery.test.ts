import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, focusOf, type Gallery, picture, startGallery } from '../../gallery/browser.ts';
import { FREDERICK, MARYAM, PASSWORD, SINGLE } from '../../gallery/material.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery?.close());

/** Opens a state, lets the test act on it with the keyboard alone, closes it. */
async function inState(state: string, act: (page: Page) => Promise<void>): Promise<void> {
  const page = await gallery.open('popup', state);
  await act(page);
  await page.close();
}

const press = async (page: Page, ...keys: Parameters<Page['keyboard']['press']>[0][]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const sent = (page: Page, type: string): Promise<unknown[]> =>
  page.evaluate((name) => window.sent.filter((one) => one.type === name).map(({ input }) => input), type);
const waitForFocus = (page: Page, selector: string) =>
  page.waitForFunction((wanted) => document.activeElement?.matches(wanted), {}, selector);
const text = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? '');

/** What a screen reader says with the field that has the focus. */
const describedBy = (page: Page) =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-describedby');
    return id ? document.getElementById(id)?.textContent : null;
  });

/** Pastes into the field that has the focus; returns whether the page left it to the field. */
const paste = (page: Page, pasted: string) =>
  page.evaluate((data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', data);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    return document.activeElement?.dispatchEvent(event);
  }, pasted);

async function type(page: Page, ...values: string[]): Promise<void> {
  for (const [index, value] of values.entries()) {
    if (index > 0) await press(page, 'Tab');
    await page.keyboard.type(value);
  }
}

/** Past the switch for one name, which lies between the names and the date. */
async function typeMaryam(page: Page, familyName = 'Fredrick'): Promise<void> {
  await type(page, MARYAM.usi.toLowerCase(), 'Maryam', familyName);
  await press(page, 'Tab', 'Tab');
  await page.keyboard.type('25/5/66');
}

describe('unlocking by keyboard', () => {
  it('goes from the password to the first field of the form', () =>
    inState('locked', async (page) => {
      await type(page, PASSWORD);
      await press(page, 'Enter');
      await waitForFocus(page, '.usi');
      expect(await sent(page, 'unlock')).toEqual([{ password: PASSWORD }]);
      expect(await page.content()).not.toContain(PASSWORD);
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
      expect(await sent(page, 'unlock')).toEqual([{ password: `${PASSWORD} ` }, { password: PASSWORD }]);
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

describe('looking up by keyboard', () => {
  it('goes from the USI to the verdict, and with Enter on to the next student', () =>
    inState('look-up', async (page) => {
      await typeMaryam(page);
      await press(page, 'Enter');
      await waitForFocus(page, '.band h1');
      expect(await focusOf(page)).toBe('heading Verified: Registry status: Valid');
      expect(await page.$eval('.band', (band) => band.getAttribute('role'))).toBe('status');
      expect(await sent(page, 'verify')).toEqual([{ student: MARYAM }]);

      await press(page, 'Enter');
      await waitForFocus(page, '.usi');
      expect(await sent(page, 'clearLookUp')).toHaveLength(1);
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
      await page.waitForFunction(
        () => document.querySelector('.unseen[role=status]')?.textContent === 'check character fits',
      );

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
      expect(await sent(page, 'verify')).toEqual([{ student: MARYAM }]);
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
      await page.keyboard.down('Shift');
      await press(page, 'Tab');
      await page.keyboard.up('Shift');
      expect(await focusOf(page)).toBe('field Single name');
      await type(page, 'Testsinglename');
      await press(page, 'Tab', 'Tab');
      await type(page, '1 jan 1985');
      await press(page, 'Enter');
      await waitForFocus(page, '.band h1');
      expect(await sent(page, 'verify')).toEqual([{ student: SINGLE }]);
    }));

  it('saves the draft shortly after the last key, and when the popup closes', () =>
    inState('look-up', async (page) => {
      await type(page, 'bngh', 'Mar');
      await page.waitForFunction(() => window.sent.some(({ type: name }) => name === 'saveDraft'));
      expect((await sent(page, 'saveDraft')).at(-1)).toMatchObject({
        draft: { usi: 'bngh', firstName: 'Mar' },
      });
      await type(page, 'y');
      await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
      expect((await sent(page, 'saveDraft')).at(-1)).toMatchObject({ draft: { firstName: 'Mary' } });
    }));

  it('waits for a look-up that began before the popup was opened, and counts the seconds', () =>
    inState('checking', async (page) => {
      expect(await sent(page, 'awaitLookUp')).toEqual([{}]);
      expect(await text(page, '.elapsed')).toMatch(/^\d+ seconds so far$/);
    }));
});

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
      expect(await sent(page, 'verify')).toEqual([{ student: FREDERICK }, { student: MARYAM }]);
    }));

  it('copies the result and says so', () =>
    inState('verdict-verified', async (page) => {
      await press(page, 'Tab', 'Tab', 'Tab', 'Enter');
      await page.waitForFunction(
        () => document.querySelector('.unseen[role=status]')?.textContent === 'Copied',
      );
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
      expect(await sent(page, 'verify')).toEqual([{ student: MARYAM }]);
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
      await page.keyboard.down('Shift');
      await press(page, 'Tab', 'Tab');
      await page.keyboard.up('Shift');
      expect(await focusOf(page)).toBe('button Lock');
      await press(page, 'Enter');
      await page.waitForSelector('.locked');
      expect(await focusOf(page)).toBe('field Keystore password');
      expect(await page.content()).not.toContain(MARYAM.usi);
    }));
});

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
      expect(await sent(page, 'saveSettings')).toEqual([{ settings: { orgCode: 'VA1803' } }]);
    }));

  it('is named again with more help after two vain checks', () =>
    inState('needs-host', async (page) => {
      await press(page, 'Enter');
      await page.waitForSelector('[role=status] p');
      expect(await page.$('.more-help')).toBeNull();
      await press(page, 'Enter');
      await page.waitForSelector('.more-help');
      await picture(page, 'needs-host-more-help-light');
      expect(await sent(page, 'status')).toHaveLength(3);
    }));

  it('is a choice of credentials that one key makes; an AUSkey cannot be chosen', () =>
    inState('choose-credential', async (page) => {
      await press(page, 'Enter');
      await page.waitForFunction(() => window.sent.some(({ type: name }) => name === 'saveSettings'));
      expect(await sent(page, 'saveSettings')).toEqual([
        { settings: { credentialId: 'ABRD:27809366375_USIMachine' } },
      ]);
      expect(await page.$$eval('.credential-choice:disabled', (choices) => choices.length)).toBe(1);
    }));

  it('is the browser’s refusal, said in words', () =>
    inState('site-access-withheld', async (page) => {
      await press(page, 'Enter');
      await page.waitForSelector('.bad');
      expect(await text(page, '.bad')).toContain('Access was not allowed');
    }));

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
