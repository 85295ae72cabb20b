import type { Browser, CDPSession, Page } from 'puppeteer-core';

/** A browser's session that can see every target, the extension's worker too, without attaching to it. */
async function browserSession(browser: Browser): Promise<CDPSession> {
  return browser.target().createCDPSession();
}

/** The ids of the extension workers that live now. Each life of a worker has its own. */
export async function liveWorkers(browser: Browser): Promise<string[]> {
  const session = await browserSession(browser);
  const { targetInfos } = await session.send('Target.getTargets');
  await session.detach();
  return targetInfos.filter(({ type }) => type === 'service_worker').map(({ targetId }) => targetId);
}

/** Ends the worker as the browser does when it needs the memory. */
export async function stopWorkers(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
  await untilNoneLives(page.browser());
}

/** Ends the worker's process side, as a crash does. */
export async function closeWorkers(browser: Browser): Promise<void> {
  const session = await browserSession(browser);
  for (const targetId of await liveWorkers(browser)) await session.send('Target.closeTarget', { targetId });
  await session.detach();
  await untilNoneLives(browser);
}

async function untilNoneLives(browser: Browser): Promise<void> {
  while ((await liveWorkers(browser)).length > 0) await new Promise((resume) => setTimeout(resume, 20));
}
