import type { HostFindings } from '../../src/messages/index.ts';
import { Problem } from '../../src/problems/index.ts';
import { chooseCredential, viewOf } from '../credentials/index.ts';
import { fetchKeystore, greetHost, type KeystoreFile } from '../host/index.ts';
import type { Handler } from './handler.ts';

/** What the options page shows: the host, the places it looks at, and the keystore in use. Each may fail by itself. */
export const findings: Handler<'findings'> = async (_input, { askHost, settings, clock }) => {
  const { keystorePath, credentialId } = await settings.read();
  const [greeting, found, keystore] = await Promise.allSettled([
    greetHost(askHost),
    askHost('find', {}),
    fetchKeystore(askHost, keystorePath),
  ]);
  return {
    host: outcome(greeting, ({ host }) => ({ version: host })),
    places: found.status === 'rejected' ? [] : found.value.places.map(placeView),
    keystore: outcome(keystore, (file) => keystoreView(file, credentialId, clock.now())),
  };
};

function outcome<T, View>(settled: PromiseSettledResult<T>, view: (value: T) => View) {
  if (settled.status === 'fulfilled') return view(settled.value);
  return { problem: Problem.from(settled.reason).toValue() };
}

function placeView({
  path,
  found,
  modified,
}: HostFindings['places'][number]): HostFindings['places'][number] {
  return { path, found, ...(modified === undefined ? {} : { modified }) };
}

function keystoreView({ path, modified, credentials }: KeystoreFile, chosenId: string | null, nowMs: number) {
  const views = credentials.map((credential) => viewOf(credential, nowMs));
  return { path, modified, credentials: views, inUse: idInUse(credentials, chosenId, nowMs) };
}

function idInUse(...choice: Parameters<typeof chooseCredential>): string | null {
  try {
    return chooseCredential(...choice).id;
  } catch {
    // Why none is in use is for the popup to say.
    return null;
  }
}
