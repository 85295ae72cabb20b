import type { KeystorePlace } from '../../src/messages/host.ts';
import { pathRules, type Surroundings, type System } from '../surroundings.ts';

/** The name that RAM proposes and nearly everyone keeps (keystore dossier C1). */
export const DEFAULT_KEYSTORE_FILE = 'keystore-new.xml';

export interface KeystoreFolder {
  readonly folder: string;
  readonly kind: KeystorePlace['kind'];
}

/**
 * Keystore dossier C1. ATOMAS's folder on macOS is not documented: both places that resemble the known ones are
 * looked at. AUSkey's folder on Linux is not documented either.
 */
const FOLDERS: Readonly<Record<System, Readonly<Record<'atomas' | 'auskey', readonly string[]>>>> = {
  linux: { atomas: ['{home}/.ATOMAS'], auskey: [] },
  darwin: {
    atomas: ['{home}/Library/Application Support/ATOMAS', '{home}/.ATOMAS'],
    auskey: ['{home}/Library/Application Support/AUSkey'],
  },
  win32: { atomas: ['{appData}\\ATOMAS'], auskey: ['{appData}\\AUSkey'] },
};

/** The folders in which keystores lie by default, in the order in which they are looked at. */
export function keystoreFolders(surroundings: Surroundings): KeystoreFolder[] {
  const { atomas, auskey } = FOLDERS[surroundings.system];
  return [
    ...atomas.map(
      (folder): KeystoreFolder => ({ folder: filled(folder, surroundings), kind: 'machine-credential' }),
    ),
    ...auskey.map((folder): KeystoreFolder => ({ folder: filled(folder, surroundings), kind: 'auskey' })),
  ];
}

/** The default files of ATOMAS; those of AUSkey are of no use today. */
export function defaultKeystores(surroundings: Surroundings): string[] {
  return keystoreFolders(surroundings)
    .filter(({ kind }) => kind === 'machine-credential')
    .map(({ folder }) => pathRules(surroundings.system).join(folder, DEFAULT_KEYSTORE_FILE));
}

function filled(folder: string, { system, home, env }: Surroundings): string {
  const appData = env.APPDATA ?? pathRules(system).join(home, 'AppData', 'Roaming');
  return folder.replace('{home}', () => home).replace('{appData}', () => appData);
}
