/** Writes just enough DER to make certificates and keys for tests, without the code under test. */

export type Der = Buffer;

/** An element with this identifier octet around the parts. */
export function der(tag: number, ...parts: Uint8Array[]): Der {
  const content = Buffer.concat(parts);
  if (content.length < 0x80) return Buffer.concat([Buffer.of(tag, content.length), content]);
  const length = Buffer.from(content.length.toString(16).padStart(6, '0'), 'hex');
  return Buffer.concat([Buffer.of(tag, 0x83), length, content]);
}

/** The same with an indefinite length: BER, as the ATO's Java writer puts it around its certificates. */
export function indefinite(tag: number, ...parts: Uint8Array[]): Der {
  return Buffer.concat([Buffer.of(tag, 0x80), ...parts, Buffer.of(0, 0)]);
}

export const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts);
export const set = (...parts: Uint8Array[]) => der(0x31, ...parts);
export const octets = (bytes: Uint8Array) => der(0x04, bytes);
export const nothing = () => der(0x05);

export function integer(value: bigint | number): Der {
  const digits = BigInt(value).toString(16);
  const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
  return der(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes);
}

export function oid(dotted: string): Der {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((number) => {
    const base128 = [number & 0x7f];
    for (let left = Math.floor(number / 128); left > 0; left = Math.floor(left / 128)) {
      base128.unshift((left & 0x7f) | 0x80);
    }
    return base128;
  });
  return der(0x06, Buffer.from(bytes));
}

export const utf8 = (text: string) => der(0x0c, Buffer.from(text));
/** `yymmddhhmmssZ` */
export const utcTime = (text: string) => der(0x17, Buffer.from(text));
