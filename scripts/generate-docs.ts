/** `npm run docs`: writes the pages that are made from the code. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROBLEM_GROUPS } from '../src/problems/index.ts';
import { ROOT } from './build/paths.ts';

export const TROUBLESHOOTING = join(ROOT, 'docs', 'TROUBLESHOOTING.md');

/** docs/TROUBLESHOOTING.md: every problem with what happened and what to do next. */
export function troubleshooting(): string {
  const lines = [
    '# Troubleshooting',
    '',
    'Every problem that USI Companion can name, by group. Made from `src/problems` by `npm run docs`; a word in',
    'braces stands for what the screen shows in its place. The ATO’s and the Registry’s own codes and words are always shown as well.',
  ];
  for (const [title, group] of Object.entries(PROBLEM_GROUPS)) {
    lines.push(
      '',
      `## ${title}`,
      '',
      '| code | what happened | what to do next | number |',
      '|---|---|---|---|',
    );
    for (const [code, { what, next, exit }] of Object.entries(group)) {
      lines.push(`| \`${code}\` | ${what} | ${next} | ${exit ?? ''} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await writeFile(TROUBLESHOOTING, troubleshooting());
