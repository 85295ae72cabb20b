import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { english } from '../../scripts/launch/popup.ts';
import { Desk } from './support/desk.ts';
import { copy, focused, paste, tabTo } from './support/keyboard.ts';
import { ASFAHA, MARYAM, MARYAM_LINE } from './support/students.ts';

describe('a clerk at work', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    await desk.companion.send('lock', {});
    await desk.companion.send('clearLookUp', {});
  });

  it('comes from the opened popup to the verdict by keyboard alone, and the focus tells where the work goes on', async () => {
    await desk.withPopup(async ({ page }) => {
      await page.waitForSelector('section.locked');
      expect(await focused(page)).toEqual({ tag: 'input', label: english('password') });
      await page.keyboard.type(desk.simulator.password);
      await page.keyboard.press('Enter');
      await page.waitForSelector('section.look-up');
      expect(await focused(page)).toEqual({ tag: 'input', label: english('fieldUsi') });
      await page.keyboard.type(MARYAM.usi);
      await tabTo(page, english('fieldFirstName'));
      await page.keyboard.type(MARYAM.firstName);
      await tabTo(page, english('fieldFamilyName'));
      await page.keyboard.type(MARYAM.familyName);
      await tabTo(page, english('fieldDateOfBirth'));
      await page.keyboard.type(MARYAM.dateOfBirth);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.band.verified');
      expect(await focused(page)).toMatchObject({ tag: 'h1', label: expect.stringContaining('Valid') });
      await page.keyboard.press('Enter');
      await page.waitForSelector('section.look-up');
      expect(await focused(page)).toEqual({ tag: 'input', label: english('fieldUsi') });
    });
  });

  it('pastes a whole line and presses Enter: that is all it takes', async () => {
    await desk.unlock();
    await copy(desk.companion.options, MARYAM_LINE);
    await desk.withPopup(async (popup) => {
      await popup.waitForForm();
      await paste(popup.page);
      await popup.page.waitForFunction(
        (family) => [...document.querySelectorAll('input')].some(({ value }) => value === family),
        {},
        MARYAM.familyName,
      );
      await popup.page.keyboard.press('Enter');
      expect(await popup.read()).toMatchObject({ verdict: 'verified' });
    });
  });

  it('finds what was typed again after the popup was closed', async () => {
    await desk.unlock();
    await desk.withPopup((popup) => popup.fill(ASFAHA));
    await desk.withPopup(async (popup) => {
      await popup.waitForForm();
      expect(await popup.typed()).toEqual(ASFAHA);
    });
  });

  it('locks with the button; what was typed waits unseen, and is back after unlocking', async () => {
    await desk.unlock();
    await desk.withPopup(async (popup) => {
      await popup.fill(ASFAHA);
      await popup.press('lock');
      const { text } = await popup.waitForScreen('lockedTitle');
      expect(text).toContain(english('lockedWorkWaiting'));
      expect(text).not.toContain(ASFAHA.familyName);
      await popup.unlock(desk.simulator.password);
      await popup.waitForForm();
      expect(await popup.typed()).toEqual(ASFAHA);
    });
  });

  it('locks with a verdict on the screen; it waits unseen, and is back after unlocking without another call', async () => {
    await desk.unlock();
    await desk.withPopup(async (popup) => {
      await popup.lookUp(MARYAM);
      await popup.press('lock');
      const { text } = await popup.waitForScreen('lockedTitle');
      expect(text).toContain(english('lockedWorkWaiting'));
      expect(text).not.toContain(MARYAM.familyName);
      desk.simulator.clearLog();
      await popup.unlock(desk.simulator.password);
      expect(await popup.read()).toMatchObject({ verdict: 'verified' });
      expect(desk.wire()).toEqual([]);
    });
  });

  it('closes the popup with Escape', async () => {
    const popup = await desk.companion.openPopup();
    await popup.waitForScreen('lockedTitle');
    const closed = new Promise((resolve) => popup.page.once('close', resolve));
    await popup.page.keyboard.press('Escape').catch(() => undefined);
    await closed;
  });
});
