import type { Page } from 'puppeteer-core';

/** Nobody should need more steps than this to reach a control. */
const MOST_TABS = 40;

/** What has the focus: its kind and the words by which a person knows it. */
export async function focused(page: Page): Promise<{ tag: string; label: string }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const words = labels.map((label) => label.textContent).join(' ') || element?.textContent || '';
    return { tag: element?.localName ?? '', label: element?.ariaLabel ?? words };
  });
}

/** Presses Tab until the control with this label has the focus. */
export async function tabTo(page: Page, label: string): Promise<void> {
  const passed: string[] = [];
  while (passed.length < MOST_TABS) {
    await page.keyboard.press('Tab');
    const { label: reached } = await focused(page);
    if (reached === label) return;
    passed.push(reached);
  }
  throw new Error(`Tab never reaches ${label}; it passes ${passed.join(', ')}`);
}

/** Puts a text on the clipboard, as copying it in another page does. */
export async function copy(page: Page, text: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate((words) => {
    const field = document.body.appendChild(document.createElement('textarea'));
    field.value = words;
    field.select();
    document.execCommand('copy');
    field.remove();
  }, text);
}

export async function paste(page: Page): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press('v', { commands: ['Paste'] });
  await page.keyboard.up('Control');
}
