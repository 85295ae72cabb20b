import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Asn1Error, hex, integerOf, oidOf, readAsn1, stringOf, TAG, timeOf } from '../../src/crypto/index.ts';
import { der, indefinite, integer, nothing, octets, oid, sequence, utcTime, utf8 } from '../support/der.ts';

const bytes = (digits: string) => Buffer.from(digits, 'hex');

describe('ASN.1', () => {
  it('keeps the bytes of every element exactly as they came', () => {
    const inner = sequence(integer(5), nothing());
    const outer = readAsn1(indefinite(0x30, integer(1), indefinite(0xa0, inner), octets(Buffer.alloc(300))));
    const [one, context, long] = outer.children;
    expect(one?.content).toEqual(Buffer.of(1));
    expect(context?.children.map((child) => hex(child.bytes))).toEqual([hex(inner)]);
    expect(long?.bytes).toHaveLength(300 + 5);
  });

  it('reads the same from definite and indefinite lengths', () => {
    const definite = readAsn1(sequence(integer(7), sequence()));
    const endMarked = readAsn1(indefinite(0x30, integer(7), indefinite(0x30)));
    expect(hex(endMarked.content.subarray(0, 3))).toBe(hex(definite.content.subarray(0, 3)));
    expect(endMarked.children.map(({ tag }) => tag)).toEqual(definite.children.map(({ tag }) => tag));
  });

  it.each([
    ['nothing', ''],
    ['a tag without a length', '30'],
    ['a length past the end', '3005020101'],
    ['a child longer than its parent', '300302020101'],
    ['a missing end mark', '3080020101'],
    ['half an end mark', '308002010100'],
    ['a primitive element of indefinite length', '04800000'],
    ['bytes after the element', '020101ff'],
    ['a length of a length beyond any file', '3084000000020500'],
    ['a tag number above 30', '1f8101020101'],
  ])('refuses %s', (_what, digits) => {
    expect(() => readAsn1(bytes(digits))).toThrow(Asn1Error);
  });

  it('refuses what is nested deeper than any certificate', () => {
    const nested = Array.from({ length: 40 }).reduce((inner: Buffer) => sequence(inner), nothing());
    expect(() => readAsn1(nested)).toThrow(Asn1Error);
    expect(() => readAsn1(Buffer.alloc(500_000, bytes('3080')))).toThrow(Asn1Error);
  });

  it('never fails on any bytes but with an Asn1Error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (input) => {
        try {
          expect(readAsn1(input).bytes).toEqual(input);
        } catch (error) {
          expect(error).toBeInstanceOf(Asn1Error);
        }
      }),
      { numRuns: 5000 },
    );
  });
});

describe('an INTEGER', () => {
  it.each([
    ['020100', 0n],
    ['02017f', 127n],
    ['02020080', 128n],
    ['0201ff', -1n],
    ['02142f3e663a1e4b3c209d7feaa24f7cfa6ddbb43b4a', 269714117660839158899880609267723505597764877130n],
  ])('%s is %s', (digits, value) => {
    expect(integerOf(readAsn1(bytes(digits)))).toBe(value);
  });

  it('is refused when it is empty, absurdly long or something else', () => {
    for (const element of [der(0x02), der(0x02, Buffer.alloc(400_000, 1)), nothing()]) {
      expect(() => integerOf(readAsn1(element))).toThrow(Asn1Error);
    }
    expect(() => integerOf(undefined)).toThrow(Asn1Error);
  });
});

describe('an OBJECT IDENTIFIER', () => {
  it.each(['1.2.840.113549.1.12.1.3', '2.5.4.3', '2.16.840.1.101.3.4.1.22', '0.9.2342', '1.2.36.1.9001.101'])(
    '%s is written with dots',
    (dotted) => {
      expect(oidOf(readAsn1(oid(dotted)))).toBe(dotted);
    },
  );

  it('is refused when it is empty, cut off or absurdly long', () => {
    for (const content of [bytes(''), bytes('2a86'), Buffer.alloc(65, 1)]) {
      expect(() => oidOf(readAsn1(der(0x06, content)))).toThrow(Asn1Error);
    }
  });
});

describe('a time', () => {
  it.each([
    ['491231235959Z', '2049-12-31T23:59:59.000Z'],
    ['500101000000Z', '1950-01-01T00:00:00.000Z'],
    ['240229120000Z', '2024-02-29T12:00:00.000Z'],
  ])('of two-digit year %s is %s', (text, iso) => {
    expect(timeOf(readAsn1(utcTime(text))).toISOString()).toBe(iso);
  });

  it('of four-digit year is taken as it stands', () => {
    const time = readAsn1(der(TAG.generalizedTime, Buffer.from('20500101000000Z')));
    expect(timeOf(time).toISOString()).toBe('2050-01-01T00:00:00.000Z');
  });

  it.each(['2402291200Z', '240229120000+1000', '241329120000Z', '', 'yesterday'])(
    '“%s” is refused',
    (text) => {
      expect(() => timeOf(readAsn1(utcTime(text)))).toThrow(Asn1Error);
    },
  );
});

describe('a string', () => {
  it('is read as UTF-8, or as UTF-16 where its tag says so', () => {
    expect(stringOf(readAsn1(utf8('Café')))).toBe('Café');
    expect(stringOf(readAsn1(der(TAG.bmpString, bytes('00430061006600e9'))))).toBe('Café');
  });
});
