import { readSync, writeSync } from 'node:fs';
import { pause } from '../pause.ts';
import { systemErrorCode } from '../report.ts';

/** How long to wait before asking a descriptor again that is not ready, in milliseconds. */
const NOT_READY_PAUSE_MS = 5;

/**
 * Reads up to `length` bytes; fewer only at the end of the stream. Descriptors, not Node's streams: reading
 * them is synchronous, so one request is answered before the next is looked at.
 */
export function readFully(descriptor: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const count = whenReady(() => readOrEnd(descriptor, buffer, filled));
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}

/** Writes all of `bytes`. @returns false when the reader is gone. */
export function writeFully(descriptor: number, bytes: Buffer): boolean {
  let written = 0;
  try {
    while (written < bytes.length) {
      written += whenReady(() => writeSync(descriptor, bytes, written));
    }
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EPIPE') return false;
    throw error;
  }
}

function readOrEnd(descriptor: number, buffer: Buffer, offset: number): number {
  try {
    return readSync(descriptor, buffer, offset, buffer.length - offset, null);
  } catch (error) {
    // Windows reports the closed end of a pipe as an error.
    if (systemErrorCode(error) === 'EOF') return 0;
    throw error;
  }
}

/** A parent may have left its pipe in non-blocking mode; then the operation is tried again. */
function whenReady(operation: () => number): number {
  for (;;) {
    try {
      return operation();
    } catch (error) {
      if (systemErrorCode(error) !== 'EAGAIN') throw error;
      pause(NOT_READY_PAUSE_MS);
    }
  }
}
