import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, contentSize, focusOf, type Gallery, picture, startGallery } from '../gallery/browser.ts';
import { POPUP_STATES } from '../gallery/states.ts';

/** The tallest popup that a browser draws, CSS pixels at 100 %. */
const POPUP_LIMIT = { width: 800, height: 600 };

/** What has the focus when a state appears: the first field, the way on, or the words to be read out. */
const FOCUS: Record<keyof typeof POPUP_STATES, string> = {
  'needs-host': 'button Check again',
  'needs-host-crashed': 'button Check again',
  'version-mismatch': 'button Check again',
  'needs-keystore': 'button Check again',
  'needs-keystore-damaged': 'button Check again',
  'choose-credential': 'button USIMachine',
  'needs-org-code': 'field OrgCode',
  'site-access-withheld': 'button Allow access',
  'not-yet-valid': 'button Check again',
  expired: 'button Check again',
  locked: 'field Keystore password',
  'locked-work-waiting': 'field Keystore password',
  'no-status': 'button Check again',
  opening: 'body',
  'look-up': 'field USI',
  'look-up-draft': 'field USI',
  'look-up-single-name': 'field USI',
  'look-up-test-environment': 'field USI',
  checking: 'heading Asking the USI Registry',
  'verdict-verified': 'heading Verified',
  'verdict-single-name': 'heading Verified',
  'verdict-family-name-differs': 'heading Not verified',
  'verdict-all-differ': 'heading Not verified',
  'verdict-deactivated': 'heading Deactivated',
  'verdict-not-found': 'heading Not found',
  'verdict-long-names': 'heading Not verified',
  'verdict-test-environment': 'heading Not verified',
  'problem-unreachable': 'heading Could not check',
  'problem-refused': 'heading Could not check',
};

let gallery: Gallery;
beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery?.close());

async function expectToFit(page: Page, limit: { width: number; height?: number }): Promise<void> {
  const { width, height } = await contentSize(page);
  expect(width).toBeLessThanOrEqual(limit.width);
  if (limit.height) expect(height).toBeLessThanOrEqual(limit.height);
}

describe.each(Object.keys(POPUP_STATES) as (keyof typeof POPUP_STATES)[])(
  'the popup in the state %s',
  (state) => {
    it.each(['light', 'dark'] as const)(
      'fits, has the focus in the right place and pleases axe (%s)',
      async (scheme) => {
        const page = await gallery.open('popup', state, { scheme });
        await picture(page, `${state}-${scheme}`);
        await expectToFit(page, { width: 380, height: POPUP_LIMIT.height });
        expect(await focusOf(page)).toMatch(new RegExp(`^${FOCUS[state]}`));
        const { violations, rules } = await axe(page);
        expect(violations).toEqual([]);
        expect(rules).toBeGreaterThan(60);
        await page.close();
      },
    );

    it('never scrolls sideways at 200 % zoom', async () => {
      const zoomed = { width: POPUP_LIMIT.width / 2, height: POPUP_LIMIT.height / 2 };
      const page = await gallery.open('popup', state, { ...zoomed, zoom: 2 });
      await picture(page, `${state}-zoom-200`);
      await expectToFit(page, { width: zoomed.width });
      await page.close();
    });

    it('never scrolls sideways with text of twice the size', async () => {
      const page = await gallery.open('popup', state, POPUP_LIMIT);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      await expectToFit(page, { width: POPUP_LIMIT.width });
      await page.close();
    });
  },
);

describe('the popup for people with needs of their own', () => {
  it('turns no ring when motion is unwanted', async () => {
    const page = await gallery.open('popup', 'checking');
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    expect(await page.$eval('.spinner', (ring) => getComputedStyle(ring).animationName)).toBe('none');
    await page.close();
  });

  it('keeps the edge of the verdict when the system chooses the colours', async () => {
    const page = await gallery.open('popup', 'verdict-family-name-differs');
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
    expect(await page.$eval('.band', (band) => getComputedStyle(band).borderTopWidth)).toBe('2px');
    await picture(page, 'verdict-forced-colours');
    await page.close();
  });
});
