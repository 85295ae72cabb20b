import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { drawIcon, ICONS, iconPath, SIZES } from '../../scripts/draw-icons.ts';

describe('the icons', () => {
  for (const name of ICONS) {
    it(`of the ${name} state are drawn from their source in every size`, async () => {
      for (const size of SIZES) {
        const png = await readFile(iconPath(name, size));
        expect(png.equals(await drawIcon(name, size)), `${size} pixels`).toBe(true);
      }
    });
  }
});
