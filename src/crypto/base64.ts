import type { Bytes } from './bytes.ts';

/** Said of text that is not base64. Carries none of the text, which may be a secret. */
export class Base64Error extends Error {
  override readonly name = 'Base64Error';
}

/** XML white space, which writers put into long base64 text. */
const WHITE_SPACE = /[ \t\r\n]+/g;

/** The standard alphabet of RFC 4648 section 4, padding at the end only. */
const ALPHABET = /^[A-Za-z0-9+/]*={0,2}$/;

/** How many bytes become one string at a time; engines limit the number of arguments of a call. */
const CHUNK_BYTES = 0x2000;

/** The bytes in standard base64 with padding, on one line. */
export function base64Encode(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK_BYTES));
  }
  return btoa(binary);
}

/**
 * The bytes of standard base64 text. White space anywhere is skipped; padding must be complete.
 * Throws Base64Error for anything else.
 */
export function base64Decode(text: string): Bytes {
  const compact = text.replace(WHITE_SPACE, '');
  if (compact.length % 4 !== 0 || !ALPHABET.test(compact)) throw new Base64Error();
  const binary = atob(compact);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
