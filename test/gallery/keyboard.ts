import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { type Gallery, startGallery } from './browser.ts';
import { MARYAM } from './material.ts';

let gallery: Gallery;

/** Starts the gallery before a file's tests and ends it after them. */
export function useGallery(): void {
  beforeAll(async () => {
    gallery = await startGallery();
  });
  afterAll(() => gallery?.close());
}

/** Opens a state of the popup, lets the test act on it with the keyboard alone, closes it. */
export async function inState(state: string, act: (page: Page) => Promise<void>): Promise<void> {
  const page = await gallery.open('popup', state);
  await act(page);
  await page.close();
}

type Key = Parameters<Page['keyboard']['press']>[0];

export async function press(page: Page, ...keys: Key[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** The same with Shift held down. */
export async function pressWithShift(page: Page, ...keys: Key[]): Promise<void> {
  await page.keyboard.down('Shift');
  await press(page, ...keys);
  await page.keyboard.up('Shift');
}

/** Types into the field that has the focus, and each further value into the next. */
export async function type(page: Page, ...values: string[]): Promise<void> {
  for (const [index, value] of values.entries()) {
    if (index > 0) await press(page, 'Tab');
    await page.keyboard.type(value);
  }
}

/** Past the switch for one name, which lies between the names and the date. */
export async function typeMaryam(page: Page, familyName = 'Fredrick'): Promise<void> {
  await type(page, MARYAM.usi.toLowerCase(), 'Maryam', familyName);
  await press(page, 'Tab', 'Tab');
  await page.keyboard.type('25/5/66');
}

/** Pastes into the field that has the focus; returns whether the page left it to the field. */
export function paste(page: Page, pasted: string): Promise<boolean | undefined> {
  return page.evaluate((data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', data);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    return document.activeElement?.dispatchEvent(event);
  }, pasted);
}

/** The inputs of every message of a type that the page has sent. */
export function sent(page: Page, name: string): Promise<unknown[]> {
  return page.evaluate(
    (wanted) => window.sent.filter((one) => one.type === wanted).map(({ input }) => input),
    name,
  );
}

export async function waitForFocus(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((wanted) => document.activeElement?.matches(wanted), {}, selector);
}

export function text(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => element.textContent ?? '');
}

/** What a screen reader says with the field that has the focus. */
export function describedBy(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-describedby');
    return id ? document.getElementById(id)?.textContent : null;
  });
}

/** Waits until a screen reader is told this. */
export async function waitForAnnouncement(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (said) => document.querySelector('.unseen[role=status]')?.textContent === said,
    {},
    words,
  );
}
