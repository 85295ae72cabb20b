import { Problem } from '../src/problems/index.ts';
import { readJsonObject } from './json-file.ts';
import { isFullPath } from './keystore/path.ts';
import type { Surroundings } from './surroundings.ts';

/** What an administrator may say for the whole computer. */
export interface Configuration {
  /** Full paths; the first that exists is used. Only these may lie on the network. */
  readonly keystores: readonly string[];
}

/**
 * Reads the machine-level configuration; an absent file says nothing.
 * @throws Problem HOST_CONFIGURATION_BROKEN: what the administrator meant is then unknown, so nothing is guessed.
 */
export function readConfiguration({ configurationFile: path, system }: Surroundings): Configuration {
  const broken = (reason: string): Problem => new Problem('HOST_CONFIGURATION_BROKEN', { path, reason });
  const { keystores = [], ...unknown } = readJsonObject(path, broken) ?? {};
  const [member] = Object.keys(unknown);
  if (member !== undefined) throw broken(`unknown member ${member}`);
  if (!Array.isArray(keystores) || !keystores.every((entry) => isFullPath(entry, system))) {
    throw broken('keystores is not a list of full paths');
  }
  return { keystores };
}
