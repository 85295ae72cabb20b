import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { KEYSTORE_FILE_LIMIT_BYTES } from '../../src/messages/host.ts';
import { Problem } from '../../src/problems/index.ts';
import { pause } from '../pause.ts';

export interface FileRead {
  readonly bytes: Buffer;
  readonly modified: Date;
  /** Whether group or others may read it; null on Windows, which has no such bits. */
  readonly shared: boolean | null;
}

/**
 * A link is not followed, and a FIFO or terminal put in the file's place does not make the opening wait.
 * Windows has none of these flags (they are undefined there, which counts as 0).
 */
const OPEN_FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY;

/** Read bits of group and others (POSIX, sys/stat.h). */
const SHARED_READ_BITS = 0o044n;

/**
 * A file written more recently than this may still be in the middle of it, in milliseconds. Times of files move in
 * steps (10 ms in the slowest Linux kernels), so two equal times say nothing about the moments between them.
 */
const SETTLED_MS = 50;

/** How often a file that is being written is looked at again. */
const ATTEMPTS = 6;

/**
 * Reads an ordinary file of at most 512 KiB, as one version and not as half of two.
 * @throws Problem KEYSTORE_IS_LINK, KEYSTORE_NOT_A_FILE, KEYSTORE_TOO_LARGE, or KEYSTORE_UNREADABLE when it does not
 * stop changing; errors of the operating system
 */
export function readOrdinaryFile(path: string): FileRead {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (attempt > 1) pause(SETTLED_MS);
    const file = readOnce(path);
    if (file !== null) return file;
  }
  throw new Problem('KEYSTORE_UNREADABLE', { reason: 'it was changed while it was read' });
}

/**
 * The name is judged first, because opening a device can have effects; then the opened descriptor, because the name
 * may meanwhile mean something else.
 * @returns null when the file changes
 */
function readOnce(path: string): FileRead | null {
  const named = lstatSync(path, { bigint: true });
  if (named.isSymbolicLink()) throw new Problem('KEYSTORE_IS_LINK', { path });
  if (!named.isFile()) throw new Problem('KEYSTORE_NOT_A_FILE', { path });
  const descriptor = openSync(path, OPEN_FLAGS);
  try {
    const opened = fstatSync(descriptor, { bigint: true });
    if (!opened.isFile()) throw new Problem('KEYSTORE_NOT_A_FILE', { path });
    if (opened.ino !== named.ino || opened.dev !== named.dev) return null;
    if (opened.size > KEYSTORE_FILE_LIMIT_BYTES) throw new Problem('KEYSTORE_TOO_LARGE', { path });
    // One byte more than allowed, so that a file that grows is noticed and never read to its end.
    const bytes = readAtMost(descriptor, KEYSTORE_FILE_LIMIT_BYTES + 1);
    if (bytes.length > KEYSTORE_FILE_LIMIT_BYTES) throw new Problem('KEYSTORE_TOO_LARGE', { path });
    const after = fstatSync(descriptor, { bigint: true });
    if (after.mtimeNs !== opened.mtimeNs || after.size !== BigInt(bytes.length)) return null;
    if (isRecent(after.mtime)) return null;
    const shared = process.platform === 'win32' ? null : (opened.mode & SHARED_READ_BITS) !== 0n;
    return { bytes, modified: after.mtime, shared };
  } finally {
    closeSync(descriptor);
  }
}

/** A time in the future is somebody's wrong clock and no sign of writing. */
function isRecent(modified: Date): boolean {
  const ageMs = Date.now() - modified.getTime();
  return ageMs >= 0 && ageMs < SETTLED_MS;
}

function readAtMost(descriptor: number, limit: number): Buffer {
  const buffer = Buffer.alloc(limit);
  let filled = 0;
  while (filled < limit) {
    const count = readSync(descriptor, buffer, filled, limit - filled, null);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}
