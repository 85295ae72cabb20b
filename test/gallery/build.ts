import { build } from 'vite';
import { localesWithProblems } from '../../scripts/build/locales.ts';
import { ROOT } from '../../scripts/build/paths.ts';
import shared from '../../vite.config.ts';

/** Builds the gallery with the words that the extension would have. */
export async function buildGallery(outDir: string): Promise<void> {
  const words = (await localesWithProblems(`${ROOT}/_locales`)).get('en');
  await build({
    ...shared,
    configFile: false,
    root: ROOT,
    base: './',
    logLevel: 'warn',
    define: { GALLERY_WORDS: JSON.stringify(words) },
    build: {
      outDir,
      emptyOutDir: true,
      modulePreload: false,
      rolldownOptions: {
        input: [`${ROOT}/test/gallery/popup.html`, `${ROOT}/test/gallery/options.html`],
      },
    },
  });
}
