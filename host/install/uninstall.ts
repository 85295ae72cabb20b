import { HOST_NAME } from '../../src/messages/host.ts';
import { Problem } from '../../src/problems/index.ts';
import type { ManifestPlace } from '../browsers/index.ts';
import { readJsonObject } from '../json-file.ts';
import type { Surroundings } from '../surroundings.ts';
import { removeEmptyFolder, removeFile } from './files.ts';
import { readFolders } from './folders.ts';
import type { Change } from './install.ts';
import { installedFiles } from './names.ts';

/**
 * Removes the host's manifests from the given places.
 * @throws Problem HOST_FILE_UNWRITABLE
 */
export function removeManifests(places: readonly ManifestPlace[]): Change[] {
  return removeAll(places.map(({ path }) => path).filter(isOurs));
}

/**
 * Removes the copies that `install` made, and the folders that it had to make, innermost first, as far as nobody
 * else has put something there.
 * @throws Problem HOST_FILE_UNWRITABLE
 */
export function removeCopies(surroundings: Surroundings): Change[] {
  const folders = readFolders(surroundings);
  const { script, launcher, folders: note } = installedFiles(surroundings);
  const changes = removeAll([launcher, script, note]);
  for (const folder of folders.sort((one, other) => other.length - one.length)) removeEmptyFolder(folder);
  return changes;
}

function removeAll(paths: readonly string[]): Change[] {
  return paths.filter(removeFile).map((path) => ({ path, change: 'removed' }));
}

/** The file's name is ours; so must be the name in it. */
function isOurs(path: string): boolean {
  const broken = (reason: string): Problem => new Problem('HOST_MANIFEST_WRONG', { path, reason });
  try {
    return readJsonObject(path, broken)?.name === HOST_NAME;
  } catch {
    // Damaged, yet nobody else writes a file of this name.
    return true;
  }
}
