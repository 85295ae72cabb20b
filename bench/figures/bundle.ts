import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleScript } from '../../scripts/build/bundles.ts';
import { dist } from '../../scripts/build/paths.ts';
import { type Figure, sizesFigure } from '../support/figure.ts';

/** What is loaded at every start of the background and of the popup, against the libraries in it bundled alone. */
export async function bundle(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'usi-bench-'));
  try {
    await bundleScript('bench/peers/background-libraries.ts', folder, 'background');
    await bundleScript('bench/peers/popup-libraries.ts', folder, 'popup');
    const background = readFileSync(dist('chromium', 'background.js'));
    const popup = Buffer.concat(
      scriptsOf(dist('chromium', 'popup', 'index.html')).map((path) => readFileSync(path)),
    );
    const libraries = (name: string) => readFileSync(join(folder, `${name}.js`));
    return [
      ...sizes(
        'background',
        background,
        'xmldom, the used part of forge, the polyfill',
        libraries('background'),
      ),
      ...sizes('popup', popup, 'preact, the polyfill', libraries('popup')),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sizes(name: string, ours: Buffer, peer: string, theirs: Buffer): Figure[] {
  return [
    sizesFigure(`bundle/${name}`, peer, { ours: ours.length, peer: theirs.length }),
    sizesFigure(`bundle/${name}-gzip`, peer, { ours: gzipSync(ours).length, peer: gzipSync(theirs).length }),
  ];
}

/** The page's script and every chunk that it imports, directly or not. */
function scriptsOf(page: string): string[] {
  const found = new Set<string>();
  const visit = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    for (const [, imported = ''] of readFileSync(path, 'utf8').matchAll(
      /(?:from|import)\s*["']([^"']+\.js)["']/g,
    )) {
      visit(join(dirname(path), imported));
    }
  };
  for (const [, source = ''] of readFileSync(page, 'utf8').matchAll(/<script[^>]* src="([^"]+)"/g)) {
    visit(join(dirname(page), source));
  }
  return [...found];
}
