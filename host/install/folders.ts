import { dirname } from 'node:path';
import { Problem } from '../../src/problems/index.ts';
import { readJsonObject } from '../json-file.ts';
import type { Surroundings } from '../surroundings.ts';
import { makeFolder, writeWhole } from './files.ts';
import { installedFiles } from './names.ts';

/** The folders that earlier installations had to make. A damaged note counts as none: leaving a folder harms nobody. */
export function readFolders(surroundings: Surroundings): string[] {
  const { folders: note } = installedFiles(surroundings);
  try {
    const { made } = readJsonObject(note, (reason) => new Problem('HOST_INTERNAL', { kind: reason })) ?? {};
    return Array.isArray(made) ? made.filter((path) => typeof path === 'string') : [];
  } catch {
    return [];
  }
}

/** Notes them, and those that the note itself needs. */
export function writeFolders(made: readonly string[], surroundings: Surroundings): void {
  const { folders: note } = installedFiles(surroundings);
  const all = [...made, ...makeFolder(dirname(note))];
  writeWhole(note, Buffer.from(`${JSON.stringify({ made: all }, null, 2)}\n`), 0o644);
}
