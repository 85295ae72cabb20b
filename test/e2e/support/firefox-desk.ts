import { type Home, makeHome } from '../../../scripts/launch/home.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../simulator/index.ts';
import { Firefox, installHostForFirefox } from '../../support/firefox.ts';
import type { FirefoxPage } from '../../support/firefox-page.ts';
import { FirefoxPopup } from '../../support/firefox-popup.ts';

export interface FirefoxDeskOptions {
  readonly simulator?: SimulatorOptions;
  /** Whether the native host is installed; it is unless said otherwise. */
  readonly host?: boolean;
}

/** A clerk's computer with Firefox: a home with keystore and host, and the simulator as the services. */
export class FirefoxDesk {
  readonly simulator: Simulator;
  readonly home: Home;
  #firefox: Firefox;
  #options: FirefoxPage;

  private constructor(simulator: Simulator, home: Home, firefox: Firefox, options: FirefoxPage) {
    this.simulator = simulator;
    this.home = home;
    this.#firefox = firefox;
    this.#options = options;
  }

  static async open({ simulator: spec = {}, host = true }: FirefoxDeskOptions = {}): Promise<FirefoxDesk> {
    const simulator = await startSimulator(spec);
    const home = makeHome({ keystore: simulator.keystorePath, host: false });
    if (host) installHostForFirefox(home);
    const firefox = await Firefox.launch(home, simulator.port);
    const options = await firefox.open('options/index.html');
    await options.send('saveSettings', {
      settings: { environment: 'thirdParty', orgCode: simulator.orgCode },
    });
    return new FirefoxDesk(simulator, home, firefox, options);
  }

  get firefox(): Firefox {
    return this.#firefox;
  }

  /** The options page, from which messages are sent and storage is looked into. */
  get options(): FirefoxPage {
    return this.#options;
  }

  get profile(): string {
    return Firefox.profileOf(this.home);
  }

  openPopup(): Promise<FirefoxPopup> {
    return FirefoxPopup.open(this.#firefox);
  }

  /** The popup with an empty form; the password is entered if it is asked for. */
  openUnlocked(): Promise<FirefoxPopup> {
    return FirefoxPopup.openUnlocked(this.#firefox, this.simulator.password);
  }

  /** Closes the options page, so that no page of the extension is open while the work goes on. */
  async withoutOptions(work: () => Promise<void>): Promise<void> {
    await this.#options.close();
    try {
      await work();
    } finally {
      this.#options = await this.#firefox.open('options/index.html');
    }
  }

  /** Ends Firefox as a person does. */
  closeBrowser(): Promise<void> {
    return this.#firefox.close();
  }

  /** Starts Firefox again on the same profile. */
  async startBrowser(): Promise<void> {
    this.#firefox = await Firefox.launch(this.home, this.simulator.port);
    this.#options = await this.#firefox.open('options/index.html');
  }

  async close(): Promise<void> {
    await this.#firefox.close();
    await this.simulator.close();
    this.home.remove();
  }
}
