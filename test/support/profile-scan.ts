import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unpackMozLz4 } from './moz-lz4.ts';

/** Something that must not be on disk, as bytes; text is given as UTF-8. */
export interface Secret {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Finding {
  readonly secret: string;
  readonly encoding: string;
  readonly file: string;
}

/** Long secrets are looked for in pieces of this many bytes, so that a part of a key is found too. */
const PIECE_BYTES = 24;

/** Every place in a folder tree where a secret lies raw, as base64 at any alignment, or either of them as UTF-16; Firefox's LZ4 files are unpacked. */
export function findSecrets(folder: string, secrets: readonly Secret[]): Finding[] {
  const needles = secrets.flatMap(({ name, bytes }) =>
    needlesOf(bytes).map((needle) => ({ secret: name, ...needle })),
  );
  const findings: Finding[] = [];
  for (const file of filesBelow(folder)) {
    const stored = readIfThere(file);
    const content = unpackMozLz4(stored) ?? stored;
    for (const { secret, encoding, pattern } of needles) {
      if (content.includes(pattern)) findings.push({ secret, encoding, file });
    }
  }
  return findings;
}

interface Needle {
  readonly encoding: string;
  readonly pattern: Buffer;
}

function needlesOf(bytes: Uint8Array): Needle[] {
  return piecesOf(Buffer.from(bytes)).flatMap((piece) => {
    const base64 = base64Alignments(piece);
    return [
      { encoding: 'raw', pattern: piece },
      { encoding: 'UTF-16', pattern: utf16(piece.toString('latin1')) },
      ...base64.map((text) => ({ encoding: 'base64', pattern: Buffer.from(text) })),
      ...base64.map((text) => ({ encoding: 'base64 in UTF-16', pattern: utf16(text) })),
    ];
  });
}

/** A short secret whole; of a long one every second piece. */
function piecesOf(bytes: Buffer): Buffer[] {
  if (bytes.length <= PIECE_BYTES) return [bytes];
  const pieces: Buffer[] = [];
  for (let start = 0; start + PIECE_BYTES <= bytes.length; start += 2 * PIECE_BYTES) {
    pieces.push(bytes.subarray(start, start + PIECE_BYTES));
  }
  return pieces;
}

/** The base64 characters that are certain whatever bytes stand before and after. */
function base64Alignments(piece: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), piece])
      .toString('base64')
      .replaceAll('=', '');
    const uncertainAtStart = [0, 2, 3][before];
    const uncertainAtEnd = (before + piece.length) % 3 === 0 ? 0 : 1;
    return text.slice(uncertainAtStart, text.length - uncertainAtEnd);
  });
}

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A running browser removes files at any moment. */
function readIfThere(file: string): Buffer {
  try {
    return statSync(file).size > 0 ? readFileSync(file) : Buffer.alloc(0);
  } catch {
    return Buffer.alloc(0);
  }
}
