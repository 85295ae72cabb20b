/** Draws icons/*.png from icons/source/*.svg: `npx tsx scripts/draw-icons.ts`. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { ROOT } from './build/paths.ts';

/** The drawings: the toolbar button shows whether the credential is open. */
export const ICONS = ['unlocked', 'locked'] as const;

/** Sides in pixels: toolbar at 1x and 2x, the extensions page, the stores. */
export const SIZES = [16, 32, 48, 128] as const;

/** One icon as the bytes of a PNG. */
export async function drawIcon(name: string, size: number): Promise<Buffer> {
  const svg = await readFile(join(ROOT, 'icons', 'source', `${name}.svg`));
  return new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
}

export function iconPath(name: string, size: number): string {
  return join(ROOT, 'icons', `${name}-${size}.png`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const name of ICONS) {
    for (const size of SIZES) await writeFile(iconPath(name, size), await drawIcon(name, size));
  }
}
