import type { Browser } from 'puppeteer-core';
import { dist } from '../../scripts/build/paths.ts';
import { launchChromium } from '../../scripts/launch/chromium.ts';
import { Companion } from '../../scripts/launch/companion.ts';
import { makeHome } from '../../scripts/launch/home.ts';
import { type Simulator, startSimulator } from '../../simulator/index.ts';
import { Recorder } from './recorder.ts';

/** A browser with the release build, connected to host and simulator, set up but locked. */
export interface Stage {
  readonly simulator: Simulator;
  readonly recorder: Recorder;
  readonly browser: Browser;
  readonly companion: Companion;
}

/** Runs work on a stage of its own; `others` are folders of extensions to load beside ours. */
export async function onStage<Result>(
  work: (stage: Stage) => Promise<Result>,
  others: readonly string[] = [],
): Promise<Result> {
  const recorder = new Recorder();
  const simulator = await startSimulator({ onRequest: recorder.see });
  const home = makeHome({ keystore: simulator.keystorePath, host: true });
  const browser = await launchChromium({
    home,
    simulator,
    headless: true,
    // The browser's own flags take several folders, with commas between.
    extension: [dist('chromium'), ...others].join(','),
  });
  try {
    const companion = await Companion.attach(browser);
    const settings = { environment: 'thirdParty', orgCode: simulator.orgCode } as const;
    await companion.send('saveSettings', { settings });
    return await work({ simulator, recorder, browser, companion });
  } finally {
    await browser.close();
    await simulator.close();
    home.remove();
  }
}
