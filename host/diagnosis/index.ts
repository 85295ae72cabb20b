/** What is right and wrong with the installation, from files alone: nothing is started, nothing is written. */
import { existsSync } from 'node:fs';
import type { DoctorCheck, HostOutput } from '../../src/messages/host.ts';
import { Problem } from '../../src/problems/index.ts';
import { type ManifestPlace, manifestPlaces } from '../browsers/index.ts';
import { readConfiguration } from '../configuration.ts';
import { keystoreInUse } from '../keystore/index.ts';
import type { Surroundings } from '../surroundings.ts';
import { HOST_VERSION } from '../version.ts';
import { checkManifest } from './manifest.ts';
import { verdictOf } from './verdict.ts';

/** @param places the manifests to look at; without it every place of every browser on this system */
export function diagnose(
  surroundings: Surroundings,
  places: readonly ManifestPlace[] = manifestPlaces(surroundings),
): HostOutput<'doctor'> {
  const manifests = places.map(checkManifest);
  return {
    version: HOST_VERSION,
    checks: [
      checkConfiguration(surroundings),
      ...manifests,
      checkRegistration(manifests),
      checkKeystore(surroundings),
    ],
  };
}

function checkConfiguration(surroundings: Surroundings): DoctorCheck {
  const { configurationFile: path } = surroundings;
  const verdict = verdictOf(() => readConfiguration(surroundings));
  return { name: 'configuration', ...verdict, found: existsSync(path), path };
}

/** One sound manifest is enough: nobody has every browser. A broken one has been reported by itself already. */
function checkRegistration(manifests: readonly DoctorCheck[]): DoctorCheck {
  const registered = manifests.some(({ ok, found }) => ok && found);
  const verdict = verdictOf(() => {
    if (!registered) throw new Problem('HOST_NOT_REGISTERED');
  });
  return { name: 'registration', ...verdict, found: manifests.some(({ found }) => found) };
}

function checkKeystore(surroundings: Surroundings): DoctorCheck {
  let path: string | undefined;
  const verdict = verdictOf(() => {
    path = keystoreInUse(surroundings).path;
  });
  path ??= verdict.problem?.params.path;
  const found = verdict.problem?.code !== 'KEYSTORE_NOT_FOUND';
  return { name: 'keystore', ...verdict, found, ...(path === undefined ? {} : { path }) };
}
