/** Eight bytes with which Firefox begins the files that it compresses with LZ4, such as its session store. */
const MAGIC = Buffer.from('mozLz40\0', 'latin1');
const HEADER_BYTES = MAGIC.length + 4;

/** LZ4 block format: matches are at least this long. */
const MIN_MATCH = 4;
/** A length of 15 in a token goes on in further bytes. */
const MORE = 15;

/** The content of a file that Firefox compressed (magic, length as 32 bits little-endian, one LZ4 block), or null for any other. */
export function unpackMozLz4(file: Buffer): Buffer | null {
  if (file.length < HEADER_BYTES || !file.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const output = Buffer.alloc(file.readUInt32LE(MAGIC.length));
  let at = HEADER_BYTES;
  let written = 0;

  const lengthFrom = (nibble: number): number => {
    let length = nibble;
    if (nibble !== MORE) return length;
    let byte: number;
    do {
      byte = file.readUInt8(at++);
      length += byte;
    } while (byte === 255);
    return length;
  };

  while (at < file.length) {
    const token = file.readUInt8(at++);
    const literals = lengthFrom(token >> 4);
    file.copy(output, written, at, at + literals);
    at += literals;
    written += literals;
    // The last sequence of a block has literals only.
    if (at >= file.length) break;
    const offset = file.readUInt16LE(at);
    at += 2;
    const end = written + lengthFrom(token & 0x0f) + MIN_MATCH;
    // Byte by byte: a match may overlap what it writes.
    for (; written < end; written += 1) output[written] = output[written - offset] ?? 0;
  }
  return output;
}
