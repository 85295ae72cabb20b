/** A reader of ASN.1 in BER, and so in DER (X.690). It keeps the bytes of every element exactly as they came. */

/** One element. Everything in it is a view on the bytes that were read, so wiping those wipes it. */
export interface Asn1Element {
  /** The identifier octet: class, constructed bit and number. */
  readonly tag: number;
  /** The whole element, with its header and, if its length is indefinite, its end mark. */
  readonly bytes: Uint8Array;
  /** What is inside: the value of a primitive element. */
  readonly content: Uint8Array;
  /** The elements inside a constructed element; none for a primitive one. */
  readonly children: readonly Asn1Element[];
}

/** Said of bytes that are not the ASN.1 that was expected. Carries none of them. */
export class Asn1Error extends Error {
  override readonly name = 'Asn1Error';
}

/** Elements inside each other; a certificate has about 10, a CMS bag of certificates about 15. */
const DEPTH_LIMIT = 32;

const CONSTRUCTED = 0x20;
/** This number in an identifier octet announces a tag above 30, which nothing here uses (X.690 8.1.2.4). */
const HIGH_TAG_NUMBER = 0x1f;
/** Length octets: indefinite, and the bit that announces a long form (X.690 8.1.3). */
const INDEFINITE_LENGTH = 0x80;
const LONG_LENGTH = 0x80;
/** Long-form lengths are read up to 2^24, far above the largest keystore. */
const LENGTH_OCTETS_LIMIT = 3;

/** Reads the one element that the bytes hold. Throws Asn1Error if they hold anything else. */
export function readAsn1(bytes: Uint8Array): Asn1Element {
  const element = readElement(bytes, 0);
  if (element.bytes.length !== bytes.length) throw new Asn1Error();
  return element;
}

/** Reads the element at the start of the bytes; `depth` counts the elements around it. */
function readElement(bytes: Uint8Array, depth: number): Asn1Element {
  const tag = octet(bytes, 0);
  if (depth > DEPTH_LIMIT || (tag & HIGH_TAG_NUMBER) === HIGH_TAG_NUMBER) throw new Asn1Error();
  const constructed = (tag & CONSTRUCTED) !== 0;
  if (octet(bytes, 1) === INDEFINITE_LENGTH) {
    if (!constructed) throw new Asn1Error();
    return readIndefinite(bytes, tag, depth);
  }
  const { start, end } = contentBounds(bytes);
  const content = bytes.subarray(start, end);
  const children = constructed ? readAll(content, depth + 1) : [];
  return { tag, bytes: bytes.subarray(0, end), content, children };
}

/** Reads elements until two zero octets end them. */
function readIndefinite(bytes: Uint8Array, tag: number, depth: number): Asn1Element {
  const children: Asn1Element[] = [];
  let end = 2;
  while (octet(bytes, end) !== 0 || octet(bytes, end + 1) !== 0) {
    const child = readElement(bytes.subarray(end), depth + 1);
    children.push(child);
    end += child.bytes.length;
  }
  return { tag, bytes: bytes.subarray(0, end + 2), content: bytes.subarray(2, end), children };
}

/** Reads elements until the bytes are used up. */
function readAll(bytes: Uint8Array, depth: number): Asn1Element[] {
  const elements: Asn1Element[] = [];
  for (let start = 0; start < bytes.length; ) {
    const element = readElement(bytes.subarray(start), depth);
    elements.push(element);
    start += element.bytes.length;
  }
  return elements;
}

/** Where the content of an element with a definite length starts and ends. */
function contentBounds(bytes: Uint8Array): { start: number; end: number } {
  const first = octet(bytes, 1);
  let start = 2;
  let length = first;
  if (first >= LONG_LENGTH) {
    const octets = first - LONG_LENGTH;
    if (octets > LENGTH_OCTETS_LIMIT) throw new Asn1Error();
    start += octets;
    length = 0;
    for (let index = 2; index < start; index += 1) length = length * 0x100 + octet(bytes, index);
  }
  const end = start + length;
  if (end > bytes.length) throw new Asn1Error();
  return { start, end };
}

function octet(bytes: Uint8Array, index: number): number {
  const value = bytes[index];
  if (value === undefined) throw new Asn1Error();
  return value;
}
