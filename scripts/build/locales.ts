import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROBLEMS } from '../../src/problems/index.ts';

type Messages = Record<string, { message: string; description?: string }>;

/**
 * The words of each locale, completed with the words of every problem under
 * `problem_CODE_what` and `problem_CODE_next`; a locale's own translation of them wins.
 */
export async function localesWithProblems(folder: string): Promise<Map<string, Messages>> {
  const locales = new Map<string, Messages>();
  for (const locale of await readdir(folder)) {
    const own: Messages = JSON.parse(await readFile(join(folder, locale, 'messages.json'), 'utf8'));
    locales.set(locale, { ...problemWords(), ...own });
  }
  return locales;
}

function problemWords(): Messages {
  const words: Messages = {};
  for (const [code, { what, next }] of Object.entries(PROBLEMS)) {
    words[`problem_${code}_what`] = { message: doubleDollars(what) };
    words[`problem_${code}_next`] = { message: doubleDollars(next) };
  }
  return words;
}

/** `$` begins a placeholder in messages.json and is written twice. */
function doubleDollars(text: string): string {
  return text.replaceAll('$', '$$$$');
}
