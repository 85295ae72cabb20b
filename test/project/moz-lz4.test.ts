import { describe, expect, it } from 'vitest';
import { unpackMozLz4 } from '../support/moz-lz4.ts';

/** A file of Firefox's: magic, length, one LZ4 block. */
function file(length: number, ...block: (number | string)[]): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt32LE(length);
  const bytes = block.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part])));
  return Buffer.concat([Buffer.from('mozLz40\0'), header, ...bytes]);
}

describe('a file that Firefox compressed', () => {
  it('is unpacked with its literals and matches', () => {
    // 3 literals, then 6 bytes from 3 back, which overlap what is written; then 2 literals.
    expect(String(unpackMozLz4(file(11, 0x32, 'abc', 3, 0, 0x20, 'xy')))).toBe('abcabcabcxy');
  });

  it('is unpacked with lengths that go on in further bytes', () => {
    const long = 'z'.repeat(15 + 255 + 7);
    expect(String(unpackMozLz4(file(long.length, 0xf0, 255, 7, long)))).toBe(long);
    expect(String(unpackMozLz4(file(24, 0x1f, 'a', 1, 0, 3, 0x10, 'b')))).toBe(`${'a'.repeat(23)}b`);
  });

  it('is told from other files', () => {
    expect(unpackMozLz4(Buffer.from('{"windows":[]}'))).toBeNull();
    expect(unpackMozLz4(Buffer.alloc(0))).toBeNull();
  });
});
