import { posix } from 'node:path';
import { dataHome, type Surroundings } from '../surroundings.ts';

/** The file names under which the host is built and installed. */
export const SCRIPT_FILE = 'usi-companion-host.cjs';
export const LAUNCHER_FILE = 'usi-companion-host';

/** The folders that `install` had to make; `uninstall` removes these and no others. */
const FOLDERS_FILE = 'folders.json';

/** Where `install` puts the host for one person (Linux). */
export function installedFiles(surroundings: Surroundings): {
  script: string;
  launcher: string;
  folders: string;
} {
  const folder = posix.join(dataHome(surroundings), 'usi-companion', 'host');
  return {
    script: posix.join(folder, SCRIPT_FILE),
    launcher: posix.join(folder, LAUNCHER_FILE),
    folders: posix.join(folder, FOLDERS_FILE),
  };
}
