import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extensionOrigin } from '../../scripts/launch/companion.ts';
import { writeEmptyExtension } from '../support/empty-extension.ts';
import { type Figure, timesFigure } from '../support/figure.ts';
import { interleave, type Pair } from '../support/interleave.ts';
import { openPopup, type PopupOfExtension, type PopupTimes } from '../support/open-popup.ts';
import { onStage, type Stage } from '../support/stage.ts';

const RUNS = 24;
const WARM_UP = 3;

const PEER = 'an empty popup, its first contentful paint';

/**
 * The real popup from its navigation to its first contentful paint, and to the moment its first field has the focus,
 * locked and unlocked. The peer is another extension's popup that shows one word.
 */
export async function popup(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'usi-bench-'));
  const empty = writeEmptyExtension(folder);
  try {
    return await onStage(
      async (stage) => {
        const control = await stage.browser.newPage();
        await control.goto(`${empty.origin}/control.html`);
        const oneWord = { control, url: `${empty.origin}/popup.html`, takesFocus: false };
        const locked = await openBoth(stage, oneWord);
        await stage.companion.send('unlock', { password: stage.simulator.password });
        const unlocked = await openBoth(stage, oneWord);
        return [...figuresOf('popup/locked', locked), ...figuresOf('popup/unlocked', unlocked)];
      },
      [empty.folder],
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function openBoth({ browser, companion }: Stage, empty: PopupOfExtension): Promise<Pair<PopupTimes>[]> {
  const url = `${extensionOrigin()}/popup/index.html`;
  const own = { control: companion.options, url, takesFocus: true };
  return interleave(RUNS, WARM_UP, {
    ours: () => openPopup(browser, own),
    peer: () => openPopup(browser, empty),
  });
}

function figuresOf(name: string, opened: readonly Pair<PopupTimes>[]): Figure[] {
  const against = (ours: (times: PopupTimes) => number): Pair[] =>
    opened.map((pair) => ({ ours: ours(pair.ours), peer: pair.peer.firstContentfulPaint }));
  return [
    timesFigure(
      `${name}/first-paint`,
      PEER,
      against((times) => times.firstContentfulPaint),
    ),
    timesFigure(
      `${name}/first-focus`,
      PEER,
      against((times) => times.firstFocus ?? Number.NaN),
    ),
  ];
}
