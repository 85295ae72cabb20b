import { rmSync, writeFileSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';
import { launchChromium } from '../../../scripts/launch/chromium.ts';
import { Companion } from '../../../scripts/launch/companion.ts';
import { type Home, makeHome } from '../../../scripts/launch/home.ts';
import type { Popup } from '../../../scripts/launch/popup.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../simulator/index.ts';
import type { Settings } from '../../../src/messages/index.ts';

export interface DeskOptions {
  readonly simulator?: SimulatorOptions;
  /** Whether the native host is installed; it is unless said otherwise. */
  readonly host?: boolean;
  /** Settings beside the test environment and the demo's OrgCode. */
  readonly settings?: Partial<Settings>;
  /** Further switches for Chromium. */
  readonly switches?: readonly string[];
}

/** A clerk's computer: a home with keystore and host, Chromium with the release build, and the simulator as the services. */
export class Desk {
  readonly simulator: Simulator;
  readonly home: Home;
  readonly #switches: readonly string[];
  #browser: Browser;
  #companion: Companion;

  private constructor(
    simulator: Simulator,
    home: Home,
    switches: readonly string[],
    browser: Browser,
    companion: Companion,
  ) {
    this.simulator = simulator;
    this.home = home;
    this.#switches = switches;
    this.#browser = browser;
    this.#companion = companion;
  }

  static async open(options: DeskOptions = {}): Promise<Desk> {
    const { host = true, switches = [] } = options;
    const simulator = await startSimulator(options.simulator);
    const home = makeHome({ keystore: simulator.keystorePath, host });
    const browser = await launchChromium({ home, simulator, headless: true, switches });
    const companion = await Companion.attach(browser);
    await companion.send('saveSettings', {
      settings: { environment: 'thirdParty', orgCode: simulator.orgCode, ...options.settings },
    });
    return new Desk(simulator, home, switches, browser, companion);
  }

  get browser(): Browser {
    return this.#browser;
  }

  get companion(): Companion {
    return this.#companion;
  }

  /** Unlocks as the popup would, without the typing. */
  async unlock(): Promise<void> {
    await this.#companion.send('unlock', { password: this.simulator.password });
  }

  /** Opens the popup for as long as the work takes. */
  async withPopup<Result>(work: (popup: Popup) => Promise<Result>): Promise<Result> {
    const popup = await this.#companion.openPopup();
    try {
      return await work(popup);
    } finally {
      await popup.close().catch(() => undefined);
    }
  }

  /** Puts another file where ATOMAS would; none at all for null. */
  replaceKeystore(content: string | null): void {
    if (content === null) rmSync(this.home.keystore);
    else writeFileSync(this.home.keystore, content);
  }

  /** The simulator's log since it was last cleared, one short line a request: `RST ok`, `VerifyUSI fault 1001`. */
  wire(): string[] {
    return this.simulator.log.map(({ operation, outcome, fault }) =>
      [operation, outcome, fault].filter((part) => part !== null).join(' '),
    );
  }

  /** Ends the browser as a person does. */
  async closeBrowser(): Promise<void> {
    await this.#browser.close();
  }

  /** Ends the browser as a power failure does. */
  async killBrowser(): Promise<void> {
    const gone = new Promise((resolve) => this.#browser.process()?.once('exit', resolve));
    this.#browser.process()?.kill('SIGKILL');
    await gone;
  }

  /** Starts Chromium again on the same profile. */
  async startBrowser(): Promise<void> {
    this.#browser = await launchChromium({
      home: this.home,
      simulator: this.simulator,
      headless: true,
      switches: this.#switches,
    });
    this.#companion = await Companion.attach(this.#browser);
  }

  async close(): Promise<void> {
    await this.#browser.close().catch(() => undefined);
    await this.simulator.close();
    this.home.remove();
  }
}
