import type { Browser } from 'puppeteer-core';
import { extensionOrigin } from '../../../scripts/launch/companion.ts';

declare const chrome: {
  developerPrivate: {
    updateExtensionConfiguration(change: { extensionId: string; hostAccess: string }): Promise<void>;
  };
};

/** What a person can choose under "Site access" on the extension's page of chrome://extensions. */
type SiteAccess = 'ON_CLICK' | 'ON_ALL_SITES';

/** Opens that page and gives the call that it makes when somebody chooses. The page may stay in the background. */
export async function openSiteAccess(browser: Browser): Promise<(choice: SiteAccess) => Promise<void>> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  const extensionId = new URL(extensionOrigin()).hostname;
  return (hostAccess) =>
    page.evaluate((change) => chrome.developerPrivate.updateExtensionConfiguration(change), {
      extensionId,
      hostAccess,
    });
}
