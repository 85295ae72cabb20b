import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { AxeResults } from 'axe-core';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { ROOT } from '../../scripts/build/paths.ts';
import { buildGallery } from './build.ts';
import { serve } from './serve.ts';

const SCREENS = join(ROOT, 'artifacts', 'screens');
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export interface Gallery {
  /** Opens a page of the gallery in a state, in light or dark. */
  readonly open: (page: 'popup' | 'options', state: string, look?: Look) => Promise<Page>;
  readonly close: () => Promise<void>;
}

export interface Look {
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** Device pixels a CSS pixel: 2 is what a person sees at 200 % zoom. */
  readonly zoom?: number;
}

/** Builds and serves the gallery and starts a Chromium with a profile and a home of its own. */
export async function startGallery(): Promise<Gallery> {
  const home = await mkdtemp(join(tmpdir(), 'usi-gallery-'));
  const built = join(home, 'gallery');
  await buildGallery(built);
  const server = await serve(built);
  const browser: Browser = await launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    userDataDir: join(home, 'profile'),
    env: { ...process.env, HOME: home },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    async open(name, state, { scheme = 'light', width = 380, height = 600, zoom = 1 } = {}) {
      const page = await browser.newPage();
      await page.setViewport({ width, height, deviceScaleFactor: zoom });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.emulateTimezone('Australia/Sydney');
      await page.goto(`${server.url}/${name}.html?state=${state}`);
      await page.waitForSelector('h1', { visible: state === 'opening' });
      return page;
    },
    async close() {
      await browser.close();
      server.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Saves a picture under artifacts/screens. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(SCREENS, { recursive: true });
  const { width, height } = await contentSize(page);
  await page.screenshot({
    path: join(SCREENS, `${name}.png`) as `${string}.png`,
    clip: { x: 0, y: 0, width, height },
    captureBeyondViewport: true,
  });
}

/** What has the focus, as `field USI`, `button Check again …` or `heading Verified …`. */
export async function focusOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (focused instanceof HTMLInputElement) return `field ${focused.labels?.[0]?.textContent}`;
    if (focused instanceof HTMLButtonElement) return `button ${focused.ariaLabel ?? focused.textContent}`;
    if (focused instanceof HTMLHeadingElement) return `heading ${focused.textContent}`;
    return focused?.tagName.toLowerCase() ?? 'nothing';
  });
}

/** The size that the page takes up, CSS pixels; a browser makes its popup as high as this. */
export async function contentSize(page: Page): Promise<{ width: number; height: number }> {
  return page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    height: Math.ceil(document.body.getBoundingClientRect().height),
  }));
}

/** Runs axe in the page; returns what it finds wrong, one line each, and how many rules it ran. */
export async function axe(page: Page): Promise<{ violations: string[]; rules: number }> {
  await page.evaluate(await readFile(AXE, 'utf8'));
  const results = (await page.evaluate('axe.run()')) as AxeResults;
  const violations = results.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
  );
  const { passes, inapplicable, incomplete } = results;
  return { violations, rules: violations.length + passes.length + inapplicable.length + incomplete.length };
}
