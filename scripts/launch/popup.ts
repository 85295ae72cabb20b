import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { ComparedField } from '../../src/messages/index.ts';
import { ROOT } from '../build/paths.ts';

/** What a person reads off the popup after a look-up. */
export interface Reading {
  /** `malformed` when the form refused to send; `unchecked` when there is no verdict. */
  readonly verdict: string;
  /** The Registry's own word, null when it was not asked. */
  readonly status: string | null;
  readonly differs: readonly ComparedField[];
  /** The problem's code when there is one. */
  readonly problem: string | null;
  /** The service's own code and words, verbatim, when the popup shows them. */
  readonly serviceSaid: string | null;
}

/** What a person reads off any other screen. */
export interface ScreenReading {
  /** The problem's code when the screen shows a problem in full. */
  readonly problem: string | null;
  /** All words of the screen. */
  readonly text: string;
}

export interface TypedStudent {
  readonly usi: string;
  readonly firstName?: string;
  readonly familyName?: string;
  readonly singleName?: string;
  readonly dateOfBirth: string;
}

const WORDS = JSON.parse(readFileSync(join(ROOT, '_locales/en/messages.json'), 'utf8')) as Record<
  string,
  { message: string }
>;

/** The English words of a key, as the popup shows them. */
export function english(key: string): string {
  const entry = WORDS[key];
  if (!entry) throw new Error(`no such words: ${key}`);
  return entry.message;
}

const LABELS: Record<keyof TypedStudent, string> = {
  usi: english('fieldUsi'),
  firstName: english('fieldFirstName'),
  familyName: english('fieldFamilyName'),
  singleName: english('fieldSingleName'),
  dateOfBirth: english('fieldDateOfBirth'),
};

/** The popup as a clerk uses it: with the keyboard, reading what is shown. */
export class Popup {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Enters the password and presses Enter. */
  async unlock(password: string): Promise<void> {
    const field = await this.#field(english('password'));
    await field.type(password);
    await field.press('Enter');
  }

  /** Waits for the screen whose heading has the words of this key. */
  async waitForScreen(titleKey: string): Promise<ScreenReading> {
    const title = english(titleKey);
    await this.page.waitForFunction(
      (words) => document.querySelector('main h1')?.textContent === words,
      {},
      title,
    );
    return this.page.evaluate(() => ({
      problem: document.querySelector('.problem-code')?.textContent ?? null,
      text: document.body.textContent ?? '',
    }));
  }

  /** Waits for a problem that is shown in full, and gives its code. */
  async waitForProblem(): Promise<string> {
    return this.waitForText('.problem-code');
  }

  /** Waits for an element and gives its words. */
  async waitForText(selector: string): Promise<string> {
    const element = await this.page.waitForSelector(selector);
    return (await element?.evaluate(({ textContent }) => textContent)) ?? '';
  }

  /** Presses the button that is labelled with the words of this key. */
  async press(labelKey: string): Promise<void> {
    await this.page.locator(`::-p-aria([name="${english(labelKey)}"][role="button"])`).click();
  }

  /** Waits until the look-up form is there. */
  async waitForForm(): Promise<void> {
    await this.page.waitForSelector('section.look-up');
  }

  /** Fills the form, presses Enter and waits for the verdict, the problem or the form's refusal. */
  async lookUp(student: TypedStudent): Promise<Reading> {
    await this.fill(student);
    await this.page.keyboard.press('Enter');
    return this.read();
  }

  /** Types a student into the empty form; the date of birth comes last and keeps the focus. */
  async fill(student: TypedStudent): Promise<void> {
    await this.waitForForm();
    if (student.singleName !== undefined) await this.page.locator('::-p-aria([role="switch"])').click();
    for (const name of ['usi', 'firstName', 'familyName', 'singleName', 'dateOfBirth'] as const) {
      const value = student[name];
      if (value === undefined) continue;
      const field = await this.#field(LABELS[name]);
      await field.click({ count: 3 });
      await field.type(value);
    }
  }

  /** What stands in the form's fields. */
  async typed(): Promise<Record<string, string>> {
    const shown = await this.page.$$eval('.look-up input.input', (inputs) =>
      inputs.map((input) => [input.labels?.[0]?.textContent ?? '', input.value]),
    );
    const byLabel = Object.fromEntries(shown);
    const fields = Object.entries(LABELS).filter(([, label]) => label in byLabel);
    return Object.fromEntries(fields.map(([name, label]) => [name, byLabel[label] ?? '']));
  }

  /** Reads the verdict, or the form's refusal, as soon as one of them is shown. */
  async read(): Promise<Reading> {
    await this.page.waitForSelector('.band, [aria-invalid="true"]', { timeout: 60_000 });
    const shown = await this.page.evaluate(() => ({
      tone: document.querySelector('.band')?.className.replace('band', '').trim() ?? null,
      rows: [...document.querySelectorAll('.comparison tr')].map((row) => [
        row.querySelector('th')?.textContent ?? '',
        row.querySelector('.flag')?.textContent ?? '',
      ]),
      problem: document.querySelector('.problem-code')?.textContent ?? null,
      serviceSaid: document.querySelector('.service-words blockquote')?.textContent ?? null,
    }));
    const [usiRow, ...fieldRows] = shown.rows;
    const verdict = shown.tone ?? 'malformed';
    const noMatch = fieldRows.filter(([, flag]) => flag === 'NoMatch').map(([label]) => fieldOf(label ?? ''));
    return {
      verdict,
      status: usiRow?.[1] ?? null,
      differs: verdict === 'differs' ? noMatch : [],
      problem: shown.problem,
      serviceSaid: shown.serviceSaid,
    };
  }

  /** The whole popup as a PNG, whatever size its window has just now; `scale` is the picture's pixels for each of its own. */
  async photograph(scale = 1): Promise<{ png: Buffer; width: number; height: number }> {
    const { width, height } = await this.page.evaluate(() => ({
      width: document.body.offsetWidth,
      height: document.documentElement.offsetHeight,
    }));
    await this.page.setViewport({ width, height, deviceScaleFactor: scale });
    return { png: Buffer.from(await this.page.screenshot()), width, height };
  }

  /** Goes back to an empty form. */
  async clear(): Promise<void> {
    if (await this.page.$('.band')) await this.press('checkAnother');
    await this.waitForForm();
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  async #field(label: string) {
    const field = await this.page.waitForSelector(`::-p-aria([name="${label}"][role="textbox"])`);
    if (!field) throw new Error(`no field is labelled ${label}`);
    return field;
  }
}

function fieldOf(label: string): ComparedField {
  const found = Object.entries(LABELS).find(([, words]) => words === label);
  if (!found || found[0] === 'usi') throw new Error(`no compared field is labelled ${label}`);
  return found[0] as ComparedField;
}
