import type { HostOutput } from '../../src/messages/host.ts';
import { keystoreInUse, readKeystore } from '../keystore/index.ts';
import type { Surroundings } from '../surroundings.ts';

/**
 * Hands over the bytes of one keystore, unchanged and still encrypted.
 * @param path absolute; without it the administrator's keystore, else ATOMAS's default one
 * @throws Problem KEYSTORE_… (numbers 10–17) or HOST_CONFIGURATION_BROKEN
 */
export function read(path: string | undefined, surroundings: Surroundings): HostOutput<'read'> {
  const file = path === undefined ? keystoreInUse(surroundings) : readKeystore(path, surroundings);
  return {
    path: file.path,
    contents: file.bytes.toString('base64'),
    size: file.bytes.length,
    modified: file.modified.toISOString(),
    shared: file.shared,
  };
}
