import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePages } from '../../scripts/build/bundles.ts';
import { PROBLEMS } from '../../src/problems/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'usi-pages-'));
let code = '';

beforeAll(async () => {
  await bundlePages(folder);
  const scripts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'));
  code = scripts.map((name) => readFileSync(join(folder, 'assets', name), 'utf8')).join('\n');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the pages', () => {
  it('carry no problem’s words: the browser has them ready in its language', () => {
    expect(code).toContain('LOOK_UP_INTERRUPTED');
    for (const { what, next } of Object.values(PROBLEMS)) {
      expect(code).not.toContain(what);
      expect(code).not.toContain(next);
    }
  });
});
