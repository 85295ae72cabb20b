import { type Asn1Element, Asn1Error } from './asn1.ts';
import { hex } from './bytes.ts';

/** Identifier octets of the elements that keystores hold (X.680 8.4; bit 6 set where constructed). */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
} as const;

/** The element, which must have this tag. */
export function expectTag(element: Asn1Element | undefined, tag: number): Asn1Element {
  if (element?.tag !== tag) throw new Asn1Error();
  return element;
}

/** The elements of a SEQUENCE. */
export function sequenceOf(element: Asn1Element | undefined): readonly Asn1Element[] {
  return expectTag(element, TAG.sequence).children;
}

/** The bytes of an OCTET STRING in one piece. */
export function octetsOf(element: Asn1Element | undefined): Uint8Array {
  return expectTag(element, TAG.octetString).content;
}

/** The longest INTEGER that is read, bytes: an RSA modulus of 16,384 bits and its sign. */
const INTEGER_LIMIT_BYTES = 2049;

/** An INTEGER, two's complement. */
export function integerOf(element: Asn1Element | undefined): bigint {
  const { content } = expectTag(element, TAG.integer);
  if (content.length === 0 || content.length > INTEGER_LIMIT_BYTES) throw new Asn1Error();
  return BigInt.asIntN(content.length * 8, BigInt(`0x${hex(content)}`));
}

/** An INTEGER that counts something: not negative and exact as a number. */
export function countOf(element: Asn1Element | undefined): number {
  const value = integerOf(element);
  if (value < 0n || value > BigInt(Number.MAX_SAFE_INTEGER)) throw new Asn1Error();
  return Number(value);
}

/** The longest OBJECT IDENTIFIER that is read, bytes; those of algorithms and names have at most 11. */
const OID_LIMIT_BYTES = 64;

/** An OBJECT IDENTIFIER with dots (X.690 8.19). */
export function oidOf(element: Asn1Element | undefined): string {
  const { content } = expectTag(element, TAG.objectIdentifier);
  if (content.length > OID_LIMIT_BYTES) throw new Asn1Error();
  const numbers: bigint[] = [];
  let number = 0n;
  for (const byte of content) {
    number = (number << 7n) | BigInt(byte & 0x7f);
    if (byte >= 0x80) continue;
    numbers.push(number);
    number = 0n;
  }
  const [first, ...rest] = numbers;
  if (first === undefined || (content.at(-1) ?? 0) >= 0x80) throw new Asn1Error();
  const root = first < 80n ? first / 40n : 2n;
  return [root, first - root * 40n, ...rest].join('.');
}

/** A string of a distinguished name; BMPString is UTF-16, the others are read as UTF-8. */
export function stringOf(element: Asn1Element | undefined): string {
  if (element === undefined) throw new Asn1Error();
  const encoding = element.tag === TAG.bmpString ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(element.content);
}

/** UTCTime and GeneralizedTime as RFC 5280 sections 4.1.2.5.1 and 4.1.2.5.2 narrow them: to the second, in UTC. */
const TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;

/** Two-digit years from here on are of the 20th century (RFC 5280 section 4.1.2.5.1). */
const FIRST_YEAR_OF_1900S = '50';

/** A certificate's time. */
export function timeOf(element: Asn1Element | undefined): Date {
  let text = stringOf(element);
  if (element?.tag === TAG.utcTime) text = `${text < FIRST_YEAR_OF_1900S ? '20' : '19'}${text}`;
  else expectTag(element, TAG.generalizedTime);
  const time = new Date(text.replace(TIME, '$1-$2-$3T$4:$5:$6Z'));
  if (!TIME.test(text) || Number.isNaN(time.getTime())) throw new Asn1Error();
  return time;
}
