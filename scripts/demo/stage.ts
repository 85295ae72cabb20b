import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Browser } from 'puppeteer-core';
import { type FaultRule, type Simulator, startSimulator } from '../../simulator/index.ts';
import { ROOT } from '../build/paths.ts';
import { buildAll } from '../build.ts';
import { launchChromium } from '../launch/chromium.ts';
import { Companion } from '../launch/companion.ts';
import { type Home, makeHome } from '../launch/home.ts';

export interface DemoOptions {
  readonly headless: boolean;
  /** Scripted trouble for the simulator. */
  readonly faults: readonly FaultRule[];
  /** False shows what happens on a computer without the native host. */
  readonly host: boolean;
}

/** Everything the demo needs, connected. */
export interface Stage {
  readonly simulator: Simulator;
  readonly browser: Browser;
  readonly companion: Companion;
  /** Where pictures and the simulator's log go. */
  readonly artifacts: string;
  close(): Promise<void>;
}

/** Builds the extension and the host, starts the simulator, makes a demo keystore and opens Chromium. */
export async function setStage({ headless, faults, host }: DemoOptions): Promise<Stage> {
  const artifacts = join(ROOT, 'artifacts');
  mkdirSync(artifacts, { recursive: true });
  await buildAll();
  useOwnTemporaryFolder();
  const simulator = await startSimulator({ faults, logFile: join(artifacts, 'simulator.log') });
  const home: Home = makeHome({ keystore: simulator.keystorePath, host });
  const browser = await launchChromium({ home, simulator, headless });
  const companion = await Companion.attach(browser);
  await companion.send('saveSettings', {
    settings: { environment: 'thirdParty', orgCode: simulator.orgCode },
  });
  return {
    simulator,
    browser,
    companion,
    artifacts,
    close: async () => {
      await browser.close().catch(() => undefined);
      await simulator.close();
      home.remove();
    },
  };
}

/**
 * One folder for all that the demo, its simulator and its browser write, gone when this process ends. Not left to
 * `close`: at Ctrl+C the browser's driver kills the browser and exits at once.
 */
function useOwnTemporaryFolder(): void {
  const folder = mkdtempSync(join(tmpdir(), 'usi-demo-'));
  process.env.TMPDIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
}
