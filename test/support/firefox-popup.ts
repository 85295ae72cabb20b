import { english, type TypedStudent } from '../../scripts/launch/popup.ts';
import type { BackgroundResponse } from '../../src/messages/index.ts';
import type { Firefox } from './firefox.ts';
import type { FirefoxPage } from './firefox-page.ts';

/** The popup in a tab of Firefox, as wide and high as a popup, used with the keyboard. */
export class FirefoxPopup {
  readonly page: FirefoxPage;

  private constructor(page: FirefoxPage) {
    this.page = page;
  }

  /** Opens the popup and waits until it shows a screen. */
  static async open(firefox: Firefox): Promise<FirefoxPopup> {
    const page = await firefox.open('popup/index.html');
    await page.resize(380, 560);
    await page.waitFor('section');
    return new FirefoxPopup(page);
  }

  /** Opens the popup, enters the password if it is asked for, and empties the form. */
  static async openUnlocked(firefox: Firefox, password: string): Promise<FirefoxPopup> {
    const popup = await FirefoxPopup.open(firefox);
    await popup.page.waitFor('.locked, .look-up, .verdict');
    if (await popup.shows('.locked')) await popup.unlock(password);
    await popup.page.waitFor('.look-up, .verdict');
    if (await popup.shows('.verdict')) await popup.page.click('.verdict .primary');
    await popup.page.waitFor('.look-up');
    await popup.#waitUntilForgotten();
    return popup;
  }

  /** The form is shown at once; the background forgets the last look-up a moment later. */
  async #waitUntilForgotten(): Promise<void> {
    for (;;) {
      const answer = await this.page.send<BackgroundResponse<'status'>>('status', {});
      if (answer.ok && answer.value.state === 'unlocked' && answer.value.lookUp === null) return;
    }
  }

  shows(selector: string): Promise<boolean> {
    return this.page.evaluate(`return document.querySelector(${JSON.stringify(selector)}) !== null`);
  }

  async unlock(password: string): Promise<void> {
    await this.page.fill(english('password'), password);
    await this.page.enter();
  }

  /** Types a student with two names and presses Enter. */
  async ask(student: TypedStudent): Promise<void> {
    await this.fill(student);
    await this.page.enter();
  }

  async fill({ usi, firstName = '', familyName = '', dateOfBirth }: TypedStudent): Promise<void> {
    await this.page.fill(english('fieldUsi'), usi);
    await this.page.fill(english('fieldFirstName'), firstName);
    await this.page.fill(english('fieldFamilyName'), familyName);
    await this.page.fill(english('fieldDateOfBirth'), dateOfBirth);
  }

  /** Waits for the verdict and gives its tone and the words of its band. */
  async verdict(timeoutMs = 30_000): Promise<{ tone: string; words: string }> {
    await this.page.waitFor('.band', timeoutMs);
    return this.page.evaluate(`
      const band = document.querySelector('.band');
      return { tone: band.className.replace('band', '').trim(), words: band.innerText };
    `);
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
