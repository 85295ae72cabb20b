import { describe, expect, it } from 'vitest';
import { equalBytes, hex, wipe } from '../../src/crypto/index.ts';

describe('bytes', () => {
  it('are written as lower-case hexadecimal with leading zeros', () => {
    expect(hex(Uint8Array.of(0, 10, 255))).toBe('000aff');
    expect(hex(new Uint8Array())).toBe('');
  });

  it('are equal only if every one is', () => {
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(0, 2))).toBe(false);
  });

  it('of different lengths differ, even if the rest is zero', () => {
    expect(equalBytes(Uint8Array.of(1), Uint8Array.of(1, 0))).toBe(false);
  });

  it('are zero once wiped', () => {
    const secret = Uint8Array.of(1, 2, 3);
    wipe(secret);
    expect(secret).toEqual(new Uint8Array(3));
  });
});
