import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localesWithProblems } from './locales.ts';
import { type Browser, specialiseManifest } from './manifest.ts';
import { ROOT } from './paths.ts';

/** Puts bundle, icons, words and the manifest of one browser together as a folder that the browser loads. */
export async function assembleExtension(browser: Browser, bundle: string, outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await cp(bundle, outDir, { recursive: true });
  await mkdir(join(outDir, 'icons'), { recursive: true });
  for (const icon of await readdir(join(ROOT, 'icons'))) {
    if (icon.endsWith('.png')) await cp(join(ROOT, 'icons', icon), join(outDir, 'icons', icon));
  }
  for (const [locale, messages] of await localesWithProblems(join(ROOT, '_locales'))) {
    await mkdir(join(outDir, '_locales', locale), { recursive: true });
    await writeJson(join(outDir, '_locales', locale, 'messages.json'), messages);
  }
  const source = JSON.parse(await readFile(join(ROOT, 'manifest.json'), 'utf8'));
  await writeJson(join(outDir, 'manifest.json'), specialiseManifest(source, browser));
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}
