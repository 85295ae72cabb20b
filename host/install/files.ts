import {
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Problem } from '../../src/problems/index.ts';
import { systemErrorCode } from '../report.ts';

/**
 * Makes a folder and its missing parents.
 * @returns the folders that were made, outermost first
 * @throws Problem HOST_FILE_UNWRITABLE
 */
export function makeFolder(path: string): string[] {
  return guarded(path, () => {
    const outermost = mkdirSync(path, { recursive: true });
    const made: string[] = [];
    for (let at = path; outermost !== undefined && at.length >= outermost.length; at = dirname(at)) {
      made.unshift(at);
    }
    return made;
  });
}

/**
 * Writes a file as a whole or not at all, into a folder that exists. A file that is right already is left alone,
 * so that running an installation again changes nothing.
 * @returns whether anything was written
 * @throws Problem HOST_FILE_UNWRITABLE
 */
export function writeWhole(path: string, bytes: Uint8Array, mode: number): boolean {
  return guarded(path, () => {
    if (isAlready(path, bytes, mode)) return false;
    const temporary = `${path}.${process.pid}.new`;
    try {
      writeFileSync(temporary, bytes, { flag: 'wx' });
      // Not left to writeFileSync, whose mode the umask would narrow.
      chmodSync(temporary, mode);
      renameSync(temporary, path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
    return true;
  });
}

/** Removes a file. @returns whether there was one. @throws Problem HOST_FILE_UNWRITABLE */
export function removeFile(path: string): boolean {
  return guarded(path, () => {
    try {
      rmSync(path);
      return true;
    } catch (error) {
      if (isAbsence(error)) return false;
      throw error;
    }
  });
}

/** Removes a folder unless something is in it. */
export function removeEmptyFolder(path: string): void {
  try {
    rmdirSync(path);
  } catch {
    // In use by somebody else, or gone already: either way not ours to remove.
  }
}

function isAlready(path: string, bytes: Uint8Array, mode: number): boolean {
  try {
    return readFileSync(path).equals(bytes) && (statSync(path).mode & 0o777) === mode;
  } catch (error) {
    if (isAbsence(error)) return false;
    throw error;
  }
}

function isAbsence(error: unknown): boolean {
  const code = systemErrorCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function guarded<T>(path: string, operation: () => T): T {
  try {
    return operation();
  } catch (error) {
    const reason = systemErrorCode(error);
    if (reason === null) throw error;
    throw new Problem('HOST_FILE_UNWRITABLE', { path, reason }, error);
  }
}
