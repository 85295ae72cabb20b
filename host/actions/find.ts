import { readdirSync } from 'node:fs';
import type { HostOutput, KeystorePlace } from '../../src/messages/host.ts';
import { Problem } from '../../src/problems/index.ts';
import { readConfiguration } from '../configuration.ts';
import { DEFAULT_KEYSTORE_FILE, keystoreFolders, readKeystore } from '../keystore/index.ts';
import { report } from '../report.ts';
import { pathRules, type Surroundings } from '../surroundings.ts';

/** Most files of a folder that are opened to see whether they are keystores. A real folder holds one or two. */
const OTHER_FILES_LIMIT = 32;

/**
 * Looks at the keystores that the administrator named, at the default file in each default folder, and at the
 * other XML files in those folders. Nothing else of the disk is touched.
 * @throws Problem HOST_CONFIGURATION_BROKEN
 */
export function find(surroundings: Surroundings): HostOutput<'find'> {
  const { keystores } = readConfiguration(surroundings);
  const configured = keystores.map((path) => look(path, 'configured', surroundings));
  const standard = keystoreFolders(surroundings).flatMap(({ folder, kind }) => [
    look(pathRules(surroundings.system).join(folder, DEFAULT_KEYSTORE_FILE), kind, surroundings),
    ...otherFiles(folder, surroundings)
      .map((path) => look(path, kind, surroundings))
      .filter(({ found }) => found),
  ]);
  return { places: [...configured, ...standard] };
}

function look(path: string, kind: KeystorePlace['kind'], surroundings: Surroundings): KeystorePlace {
  try {
    const { bytes, modified } = readKeystore(path, surroundings);
    return { path, kind, found: true, modified: modified.toISOString(), size: bytes.length };
  } catch (error) {
    const absent = error instanceof Problem && error.code === 'KEYSTORE_NOT_FOUND';
    return absent ? { path, kind, found: false } : { path, kind, found: false, problem: report(error) };
  }
}

function otherFiles(folder: string, { system }: Surroundings): string[] {
  return namesIn(folder)
    .filter((name) => name.toLowerCase().endsWith('.xml') && name !== DEFAULT_KEYSTORE_FILE)
    .sort()
    .slice(0, OTHER_FILES_LIMIT)
    .map((name) => pathRules(system).join(folder, name));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A folder that is absent or closed to us holds nothing that could be offered.
    return [];
  }
}
