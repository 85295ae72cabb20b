import type { Browser, Page } from 'puppeteer-core';

declare const chrome: {
  action: { openPopup(): Promise<void> };
  extension: { getViews(of: { type: 'popup' }): Window[] };
};

/** How far a popup had come and when, milliseconds since its navigation began. */
export interface PopupTimes {
  readonly firstContentfulPaint: number;
  /** The first focus that anything in it took; null if it was not waited for. */
  readonly firstFocus: number | null;
}

export interface PopupOfExtension {
  /** Another page of the extension, to open the popup from. */
  readonly control: Page;
  readonly url: string;
  readonly takesFocus: boolean;
}

/** Opens the real popup, as a click on the toolbar does, reads its own clock and closes it. */
export async function openPopup(browser: Browser, popup: PopupOfExtension): Promise<PopupTimes> {
  const { control, url, takesFocus } = popup;
  await control.bringToFront();
  const [target, firstFocus] = await Promise.all([
    browser.waitForTarget((candidate) => candidate.url() === url && candidate.type() !== 'service_worker'),
    openAndListen(control, url, takesFocus),
  ]);
  const page = await target.asPage();
  const paint = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  const firstContentfulPaint = (await paint.jsonValue()) ?? Number.NaN;
  const closed = new Promise((resolve) => page.once('close', resolve));
  await page.close();
  await closed;
  return { firstContentfulPaint, firstFocus };
}

/** Pages of one extension can reach into each other, so the listener is there before the popup's script is done. */
function openAndListen(control: Page, url: string, takesFocus: boolean): Promise<number | null> {
  return control.evaluate(
    async (url, takesFocus) => {
      const opening = chrome.action.openPopup();
      if (!takesFocus) {
        await opening;
        return null;
      }
      let popup: Window | undefined;
      while (popup === undefined) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        popup = chrome.extension.getViews({ type: 'popup' }).find((view) => view.location.href === url);
      }
      const { document } = popup;
      if (document.activeElement !== document.body)
        throw new Error('the focus was there before the listener');
      const focus = await new Promise<Event>((resolve) => {
        document.addEventListener('focusin', resolve, { once: true });
      });
      return focus.timeStamp;
    },
    url,
    takesFocus,
  );
}
