import { pathToFileURL } from 'node:url';
import { dist } from '../../scripts/build/paths.ts';
import type * as Core from '../../src/index.ts';

/** The core as it is built for other tools. */
export async function builtCore(): Promise<typeof Core> {
  return import(pathToFileURL(dist('core', 'index.js')).href);
}
