/** The keystore file: where it lies (places.ts), and reading one file and nothing else (this file, then file.ts). */
import { Problem } from '../../src/problems/index.ts';
import { readConfiguration } from '../configuration.ts';
import { systemErrorCode } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { isCredentialStore } from './credential-store.ts';
import { type FileRead, readOrdinaryFile } from './file.ts';
import { followParents } from './parents.ts';
import { isFullPath, isNetworkPath, sameSpelling } from './path.ts';
import { defaultKeystores } from './places.ts';

export { DEFAULT_KEYSTORE_FILE, keystoreFolders } from './places.ts';

export interface KeystoreFile extends FileRead {
  /** Links in parent folders followed. */
  readonly path: string;
}

/**
 * Reads the keystore at `path`. The steps are the order of the checks: nothing is touched that a step before refused.
 * @throws Problem KEYSTORE_… (numbers 10–17), or HOST_CONFIGURATION_BROKEN when a network path is asked for
 */
export function readKeystore(path: string, surroundings: Surroundings): KeystoreFile {
  const { system } = surroundings;
  if (!isFullPath(path, system)) throw new Problem('KEYSTORE_PATH_RELATIVE', { path });
  const refuseNetwork = (place: string): void => refuseUnnamedNetworkPath(place, surroundings);
  refuseNetwork(path);
  try {
    const resolved = followParents(path, system, refuseNetwork);
    const file = readOrdinaryFile(resolved);
    if (!isCredentialStore(file.bytes)) throw new Problem('KEYSTORE_OTHER_FILE', { path: resolved });
    return { path: resolved, ...file };
  } catch (error) {
    throw error instanceof Problem ? error : fromSystemError(error, path);
  }
}

/**
 * The keystore that is used when none is asked for: the first that exists of those the administrator named, else of
 * ATOMAS's defaults. One that exists but cannot be used is a problem and is not passed over.
 * @throws Problem as `readKeystore`; KEYSTORE_NOT_FOUND names the first place
 */
export function keystoreInUse(surroundings: Surroundings): KeystoreFile {
  const { keystores } = readConfiguration(surroundings);
  const candidates = keystores.length > 0 ? keystores : defaultKeystores(surroundings);
  for (const path of candidates) {
    try {
      return readKeystore(path, surroundings);
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'KEYSTORE_NOT_FOUND')) throw error;
    }
  }
  throw new Problem('KEYSTORE_NOT_FOUND', { path: candidates[0] ?? '' });
}

function refuseUnnamedNetworkPath(path: string, surroundings: Surroundings): void {
  const { system } = surroundings;
  if (!isNetworkPath(path, system)) return;
  const { keystores } = readConfiguration(surroundings);
  if (keystores.some((named) => sameSpelling(named, path, system))) return;
  throw new Problem('KEYSTORE_PATH_ON_NETWORK', { path });
}

function fromSystemError(error: unknown, path: string): unknown {
  const code = systemErrorCode(error);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return new Problem('KEYSTORE_NOT_FOUND', { path }, error);
    case 'ELOOP':
      return new Problem('KEYSTORE_IS_LINK', { path }, error);
    case 'ENXIO':
      return new Problem('KEYSTORE_NOT_A_FILE', { path }, error);
    case null:
      return error;
    default:
      return new Problem('KEYSTORE_UNREADABLE', { reason: code }, error);
  }
}
