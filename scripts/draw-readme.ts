/** Draws docs/images/popup.png from the real popup, look-up and verdict side by side: `npx tsx scripts/draw-readme.ts`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { ROOT } from './build/paths.ts';
import { DEMO_LOOK_UPS } from './demo/look-ups.ts';
import { setStage } from './demo/stage.ts';
import type { Popup } from './launch/popup.ts';

/** The picture's pixels for each of the popup's, and the space around the screens. */
const SCALE = 2;
const GAP = 24;

type Picture = Awaited<ReturnType<Popup['photograph']>>;

function sideBySide(pictures: readonly Picture[]): Buffer {
  const height = Math.max(...pictures.map((picture) => picture.height)) + 2 * GAP;
  let right = GAP;
  const images = pictures.map((picture) => {
    const place = `x="${right}" y="${GAP}" width="${picture.width}" height="${picture.height}"`;
    right += picture.width + GAP;
    return `<rect ${place} fill="none" stroke="#bbb"/><image ${place} href="data:image/png;base64,${picture.png.toString('base64')}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${right}" height="${height}"><rect width="100%" height="100%" fill="#f2eff3"/>${images.join('')}</svg>`;
  return new Resvg(svg, { fitTo: { mode: 'zoom', value: SCALE } }).render().asPng();
}

const [student] = DEMO_LOOK_UPS;
if (!student) throw new Error('the demo has no student');
const stage = await setStage({ headless: true, host: true, faults: [] });
try {
  await stage.companion.send('unlock', { password: stage.simulator.password });
  const popup = await stage.companion.openPopup();
  await popup.fill(student);
  const form = await popup.photograph(SCALE);
  await popup.page.keyboard.press('Enter');
  await popup.read();
  const verdict = await popup.photograph(SCALE);
  await writeFile(join(ROOT, 'docs', 'images', 'popup.png'), sideBySide([form, verdict]));
} finally {
  await stage.close();
}
