/**
 * A small ASN.1 writer: DER, and the indefinite-length form of BER that the official keystores use (X.690, 8.1.3.6).
 * It only writes. OpenSSL and Node read what it wrote, in the tests.
 */

/** Identifier octets of the universal types used here (X.680, 8.6). */
const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  nothing: 0x05,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** UTCTime covers 1950 to 2049; RFC 5280, 4.1.2.5, demands GeneralizedTime from then on. */
const FIRST_YEAR_OF_GENERALIZED_TIME = 2050;

/** One element: its tag, its definite length, its contents. */
function element(tag: number, ...contents: Uint8Array[]): Buffer {
  const body = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag]), lengthOctets(body.length), body]);
}

/** One constructed element of indefinite length, closed by end-of-contents octets. */
export function indefinite(tag: number, ...contents: Uint8Array[]): Buffer {
  return Buffer.concat([Buffer.from([tag, 0x80]), ...contents, Buffer.from([0, 0])]);
}

export const sequence = (...contents: Uint8Array[]) => element(TAG.sequence, ...contents);
export const indefiniteSequence = (...contents: Uint8Array[]) => indefinite(TAG.sequence, ...contents);
export const set = (...contents: Uint8Array[]) => element(TAG.set, ...contents);
export const octetString = (bytes: Uint8Array) => element(TAG.octetString, bytes);
export const utf8String = (text: string) => element(TAG.utf8String, Buffer.from(text, 'utf8'));
export const printableString = (text: string) => element(TAG.printableString, Buffer.from(text, 'latin1'));
const nothing = () => element(TAG.nothing);
export const isTrue = () => element(TAG.boolean, Buffer.from([0xff]));

/** A bit string; `unusedBits` counts the padding bits in the last octet. */
export const bitString = (bytes: Uint8Array, unusedBits = 0) =>
  element(TAG.bitString, Buffer.from([unusedBits]), bytes);

/** A context-specific constructed element, `[n]` in ASN.1 notation. */
export const context = (n: number, ...contents: Uint8Array[]) => element(0xa0 | n, ...contents);

/** A context-specific primitive element, for IMPLICIT tags over strings. */
export const contextPrimitive = (n: number, contents: Uint8Array) => element(0x80 | n, contents);

/** A non-negative integer, from a small number or from big-endian bytes. */
export function integer(value: number | Uint8Array): Buffer {
  const bytes = typeof value === 'number' ? bigEndian(value) : Buffer.from(value);
  const negative = ((bytes[0] ?? 0) & 0x80) !== 0;
  return element(TAG.integer, negative ? Buffer.from([0]) : Buffer.alloc(0), bytes);
}

/** An object identifier from its dotted form. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(TAG.objectIdentifier, Buffer.from([first * 40 + second, ...rest].flatMap(base128)));
}

/** A point in time, to the second. */
export function time(date: Date): Buffer {
  const text = `${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
  return date.getUTCFullYear() < FIRST_YEAR_OF_GENERALIZED_TIME
    ? element(TAG.utcTime, Buffer.from(text.slice(2)))
    : element(TAG.generalizedTime, Buffer.from(text));
}

/** `AlgorithmIdentifier`; parameters default to NULL. */
export const algorithm = (dotted: string, parameters: Uint8Array = nothing()) =>
  sequence(objectIdentifier(dotted), parameters);

function lengthOctets(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes = bigEndian(length);
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
}

function bigEndian(value: number): Buffer {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
}

function base128(value: number): number[] {
  const groups = [value & 0x7f];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) {
    groups.unshift((rest & 0x7f) | 0x80);
  }
  return groups;
}
