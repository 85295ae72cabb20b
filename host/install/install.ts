import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '../../src/problems/index.ts';
import { type ManifestPlace, manifestText } from '../browsers/index.ts';
import type { Surroundings } from '../surroundings.ts';
import { makeFolder, writeWhole } from './files.ts';
import { readFolders, writeFolders } from './folders.ts';
import { launcherFor } from './launcher.ts';
import { installedFiles, LAUNCHER_FILE } from './names.ts';

/** The program that is running: Node and the script that it was given. Full paths. */
export interface RunningProgram {
  readonly node: string;
  readonly script: string;
}

export interface Change {
  readonly path: string;
  readonly change: 'written' | 'unchanged' | 'removed';
}

const PROGRAM_MODE = 0o755;
const DATA_MODE = 0o644;

/**
 * Copies the host into the person's data folder, so that it outlives the download or checkout it came from, and tells
 * each browser where it is. May be run again at any time; what is right already is left alone.
 * @param inPlace for development: the manifests name the program that is running, nothing is copied
 * @throws Problem HOST_FILE_UNWRITABLE; HOST_PROGRAM_MISSING when there is no launcher to use in place
 */
export function install(
  places: readonly ManifestPlace[],
  inPlace: boolean,
  running: RunningProgram,
  surroundings: Surroundings,
): Change[] {
  const made: string[] = [];
  try {
    const files = installedFiles(surroundings);
    if (!inPlace) made.push(...makeFolder(dirname(files.launcher)));
    for (const { path, scope } of places) {
      const folders = makeFolder(dirname(path));
      // A folder given by hand belongs to whoever gave it; uninstall is not to remove it.
      if (scope !== 'given folder') made.push(...folders);
    }
    const copies = inPlace
      ? []
      : [
          written(files.script, readFileSync(running.script), DATA_MODE),
          written(files.launcher, launcherFor(running.node, files.script), PROGRAM_MODE),
        ];
    const program = inPlace ? launcherOf(running) : files.launcher;
    const manifests = places.map(({ family, path }) =>
      written(path, manifestText(family, program), DATA_MODE),
    );
    return [...copies, ...manifests];
  } finally {
    // Also when a later step failed, so that uninstall cleans up after the earlier ones.
    if (made.length > 0) writeFolders([...readFolders(surroundings), ...made], surroundings);
  }
}

function written(path: string, text: Uint8Array | string, mode: number): Change {
  return { path, change: writeWhole(path, Buffer.from(text), mode) ? 'written' : 'unchanged' };
}

function launcherOf({ script }: RunningProgram): string {
  const path = join(dirname(script), LAUNCHER_FILE);
  if (!existsSync(path)) throw new Problem('HOST_PROGRAM_MISSING', { path });
  return path;
}
