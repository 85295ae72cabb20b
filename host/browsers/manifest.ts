import { HOST_NAME } from '../../src/messages/host.ts';
import { OFFICIAL_IDS } from '../allowed-extensions.ts';
import { allowedOrigins } from '../caller.ts';
import type { Family } from './table.ts';

/** Chromium and Firefox want the host's name as the file's name. */
export const MANIFEST_FILE = `${HOST_NAME}.json`;

/** The member in which each family lists who may start the host. */
export const ALLOW_MEMBER = {
  chromium: 'allowed_origins',
  firefox: 'allowed_extensions',
} as const satisfies Record<Family, string>;

/** The callers that a manifest must allow, in the spelling of the family. */
export function callersOf(family: Family): readonly string[] {
  return family === 'chromium' ? allowedOrigins() : OFFICIAL_IDS.firefox;
}

/** The text of the host's manifest. @param program full path of the executable that the browser starts */
export function manifestText(family: Family, program: string): string {
  const manifest = {
    name: HOST_NAME,
    description: 'Reads the machine credential’s keystore for USI Companion',
    path: program,
    type: 'stdio',
    [ALLOW_MEMBER[family]]: callersOf(family),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
