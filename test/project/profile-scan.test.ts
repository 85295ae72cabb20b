import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSecrets } from '../support/profile-scan.ts';

const SECRET = { name: 'secret', bytes: Buffer.from('Correct-Horse-9') };

describe('the search of a profile', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'scan-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const FORMS: Record<string, Buffer> = {
    raw: Buffer.from('xxCorrect-Horse-9yy'),
    'UTF-16': Buffer.from('xCorrect-Horse-9y', 'utf16le'),
    'base64 at alignment 0': Buffer.from(Buffer.from('Correct-Horse-9yyy').toString('base64')),
    'base64 at alignment 1': Buffer.from(Buffer.from('xCorrect-Horse-9yyy').toString('base64')),
    'base64 at alignment 2': Buffer.from(Buffer.from('xxCorrect-Horse-9yyy').toString('base64')),
    'base64 in UTF-16': Buffer.from(Buffer.from('xCorrect-Horse-9yyy').toString('base64'), 'utf16le'),
  };
  for (const [form, content] of Object.entries(FORMS)) {
    it(`finds a secret that lies there ${form}`, () => {
      writeFileSync(join(folder, 'file'), content);
      expect(findSecrets(folder, [SECRET])).not.toEqual([]);
    });
  }

  it('finds a piece of a long secret', () => {
    const key = Buffer.from(Array.from({ length: 256 }, (_, index) => (index * 73) % 256));
    writeFileSync(join(folder, 'file'), Buffer.concat([Buffer.alloc(7), key.subarray(40, 140)]));
    expect(findSecrets(folder, [{ name: 'key', bytes: key }])).not.toEqual([]);
  });

  it('finds nothing where nothing is', () => {
    writeFileSync(join(folder, 'file'), 'Correct-Horse-8');
    expect(findSecrets(folder, [SECRET])).toEqual([]);
  });
});
