import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { describe } from 'vitest';
import { ExclusiveCanonicalization } from 'xml-crypto';

/** `describe` for tests that call xmlsec1 or xmllint; without the tool they are skipped and say why. */
export function describeWithTool(tool: 'xmlsec1' | 'xmllint', title: string, tests: () => void): void {
  const there = spawnSync(tool, ['--version']).error === undefined;
  if (there) describe(title, tests);
  else describe.skip(`${title} (skipped: no ${tool} on this computer)`, tests);
}

function withFile<Result>(content: string, use: (path: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'usi-xml-'));
  try {
    const path = join(folder, 'message.xml');
    writeFileSync(path, content);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What xmlsec1 verified: the URI of each reference and the very bytes that were digested. */
export interface VerifiedReference {
  readonly uri: string;
  readonly bytes: string;
}

/** Verifies with xmlsec1; `key` is its key option. Throws if it does not verify. */
export function verifyWithXmlsec(
  message: string,
  key: readonly string[],
  signed: readonly string[],
): VerifiedReference[] {
  const output = withFile(message, (path) => {
    const ids = signed.flatMap((name) => ['--id-attr:Id', name]);
    return execFileSync(
      'xmlsec1',
      ['--verify', '--print-debug', '--store-references', ...key, ...ids, path],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    );
  });
  if (!output.includes('= VERIFICATION CONTEXT\n== Status: succeeded'))
    throw new Error('signature not verified');
  const reference =
    /= REFERENCE VERIFICATION CONTEXT\n== Status: succeeded\n[\s\S]*?== URI: "([^"]*)"[\s\S]*?== PreDigest data - start buffer:\n([\s\S]*?)\n== PreDigest data - end buffer/g;
  return [...output.matchAll(reference)].map(([, uri = '', bytes = '']) => ({ uri, bytes }));
}

/** Validates with libxml2 against a schema file; returns what is wrong, '' if nothing. */
export function validateWithXmllint(xml: string, schemaPath: string): string {
  return withFile(xml, (path) => {
    const run = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schemaPath, path], {
      encoding: 'utf8',
    });
    return run.status === 0 ? '' : run.stderr;
  });
}

/** Exclusive canonical form by libxml2. */
export function canonicaliseWithXmllint(xml: string): string {
  return withFile(xml, (path) =>
    execFileSync('xmllint', ['--nonet', '--exc-c14n', path], { encoding: 'utf8' }),
  );
}

/** Parses without any of the strictness under test, and without changing line ends. */
export function parseLoosely(xml: string): Element {
  const root = new DOMParser({ normalizeLineEndings: (text) => text }).parseFromString(
    xml,
    'text/xml',
  ).documentElement;
  if (root === null) throw new Error('no root');
  return root;
}

/** Exclusive canonical form by an implementation that is not ours. */
export function canonicalise(element: Element): string {
  return new ExclusiveCanonicalization().process(element as never, {});
}
