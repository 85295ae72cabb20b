import { base64Decode } from '../../src/crypto/index.ts';
import { type Credential, readKeystore } from '../../src/keystore/index.ts';
import type { HostOutput } from '../../src/messages/host.ts';
import { Problem } from '../../src/problems/index.ts';
import type { AskHost } from './client.ts';

/** The keystore file as the host handed it over. */
export interface KeystoreFile {
  readonly path: string;
  /** ISO 8601, UTC: when the file was last changed. */
  readonly modified: string;
  readonly credentials: readonly Credential[];
}

/**
 * Reads the keystore at the path, or at the default place for null.
 * @throws Problem of the host (`AskHost`) and of the keystore room (`readKeystore`)
 */
export async function fetchKeystore(askHost: AskHost, path: string | null): Promise<KeystoreFile> {
  const file = await askHost('read', path === null ? {} : { path });
  return { path: file.path, modified: file.modified, credentials: readFrom(file) };
}

/** Problems of the content say in which file they are. */
function readFrom({ path, contents }: HostOutput<'read'>): readonly Credential[] {
  try {
    return readKeystore(decode(contents));
  } catch (thrown) {
    const { code, params } = Problem.from(thrown);
    throw new Problem(code, { path, ...params }, thrown);
  }
}

function decode(contents: string): string {
  try {
    return new TextDecoder().decode(base64Decode(contents));
  } catch (thrown) {
    throw new Problem('HOST_GARBLED', {}, thrown);
  }
}
