import type { CredentialIdentity } from '../../src/keystore/index.ts';
import type { Settings } from '../../src/messages/index.ts';
import { Problem } from '../../src/problems/index.ts';
import { chooseCredential, viewOf } from '../credentials/index.ts';
import { type AskHost, fetchKeystore, greetHost, type KeystoreFile } from '../host/index.ts';
import type { State } from './state.ts';

type Located = { readonly credential: CredentialIdentity } | State;

/** Finds the credential in the file through the host, or what is in the way. */
export async function locateCredential(
  settings: Settings,
  askHost: AskHost,
  nowMs: number,
): Promise<Located> {
  // Both at once: each starts a process. The greeting decides first, and a host that is silent is waited for only once.
  const greeting = greetHost(askHost);
  const reading = fetchKeystore(askHost, settings.keystorePath).then(
    (file) => choose(file, settings, nowMs),
    (thrown) => withoutKeystore(Problem.from(thrown), settings),
  );
  try {
    await greeting;
  } catch (thrown) {
    return withoutHost(Problem.from(thrown));
  }
  return reading;
}

function withoutHost(problem: Problem): State {
  const mismatch = problem.code === 'HOST_TOO_OLD' || problem.code === 'EXTENSION_TOO_OLD';
  return { state: mismatch ? 'version-mismatch' : 'needs-host', problem: problem.toValue() };
}

/** The host greets, so whatever else it meets is about the file. */
function withoutKeystore(problem: Problem, { keystorePath }: Settings): State {
  const path = keystorePath ?? problem.params.path ?? null;
  return { state: 'needs-keystore', problem: problem.toValue(), path };
}

function choose({ credentials }: KeystoreFile, { credentialId }: Settings, nowMs: number): Located {
  try {
    return { credential: chooseCredential(credentials, credentialId, nowMs) };
  } catch (thrown) {
    return {
      state: 'choose-credential',
      credentials: credentials.map((credential) => viewOf(credential, nowMs)),
      problem: Problem.from(thrown).toValue(),
    };
  }
}
