import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { english } from '../../scripts/launch/popup.ts';
import { Desk } from './support/desk.ts';
import { openSiteAccess } from './support/site-access.ts';
import { MARYAM, MARYAM_QUERY } from './support/students.ts';

// Chromium lets every user withhold an extension's sites. Its own prompt, which "Allow access" brings up, is outside of
// every page and cannot be confirmed without a window; what follows from the answer is tested by giving the access back.
describe('when the user withholds the services’ sites', () => {
  let desk: Desk;
  let choose: Awaited<ReturnType<typeof openSiteAccess>>;
  beforeAll(async () => {
    desk = await Desk.open();
    await desk.unlock();
    choose = await openSiteAccess(desk.browser);
    await choose('ON_CLICK');
  });
  afterAll(() => desk.close());

  it('the popup says so, names the sites and offers to ask for them', async () => {
    await desk.withPopup(async (popup) => {
      const { text } = await popup.waitForScreen('siteAccessTitle');
      expect(text).toContain('softwareauthorisations.evte.ato.gov.au');
      expect(text).toContain('3pt.portal.usi.gov.au');
      const button = await popup.page.evaluate(() => document.activeElement?.textContent);
      expect(button).toBe(english('allowAccess'));
    });
  });

  it('a look-up is refused before any request', async () => {
    desk.simulator.clearLog();
    await expect(desk.companion.send('verify', { student: MARYAM_QUERY })).rejects.toThrow(
      'SITE_ACCESS_WITHHELD',
    );
    expect(desk.wire()).toEqual([]);
  });

  it('an open popup goes on to the form by itself when the access is given back, and looks up', async () => {
    await desk.withPopup(async (popup) => {
      await popup.waitForScreen('siteAccessTitle');
      await choose('ON_ALL_SITES');
      expect(await popup.lookUp(MARYAM)).toMatchObject({ verdict: 'verified' });
    });
  });
});
