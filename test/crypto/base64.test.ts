import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Base64Error, base64Decode, base64Encode, equalBytes } from '../../src/crypto/index.ts';

const ascii = (text: string) => new TextEncoder().encode(text);

describe('base64', () => {
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foobar', 'Zm9vYmFy'],
  ])('follows RFC 4648 section 10 for “%s”', (text, encoded) => {
    expect(base64Encode(ascii(text))).toBe(encoded);
    expect(base64Decode(encoded)).toEqual(ascii(text));
  });

  it('agrees with Node for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const encoded = base64Encode(bytes);
        expect(encoded).toBe(Buffer.from(bytes).toString('base64'));
        expect(base64Decode(encoded)).toEqual(bytes);
      }),
    );
  });

  it('encodes half a mebibyte', () => {
    const bytes = new Uint8Array(512 * 1024).fill(0xa5);
    expect(equalBytes(base64Decode(base64Encode(bytes)), bytes)).toBe(true);
  });

  it('skips spaces, tabs and line ends', () => {
    expect(base64Decode(' Zm9v\r\n\tYmFy \n')).toEqual(ascii('foobar'));
  });

  it.each(['Z', 'Zg', 'Zg=', 'Zm9v=', 'Zg==Zg==', '====', 'Zm9-', 'Zm9_', 'Zm\u00a09v', 'Zm9v!'])(
    'refuses “%s”',
    (text) => {
      expect(() => base64Decode(text)).toThrow(Base64Error);
    },
  );

  it('keeps the refused text out of the error', () => {
    expect(() => base64Decode('secret!')).toThrow(expect.objectContaining({ message: '' }));
  });
});
