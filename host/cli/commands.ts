import { realpathSync } from 'node:fs';
import { HOST_PROTOCOL } from '../../src/messages/host.ts';
import { givenPlace, installPlaces, type ManifestPlace, manifestPlaces } from '../browsers/index.ts';
import { diagnose } from '../diagnosis/index.ts';
import { type Change, install, removeCopies, removeManifests } from '../install/index.ts';
import type { Surroundings } from '../surroundings.ts';
import { HOST_VERSION } from '../version.ts';
import type { CommandName, Flags } from './arguments.ts';
import { diagnosisLines } from './diagnosis-lines.ts';
import { HELP } from './help.ts';

interface Outcome {
  readonly lines: readonly string[];
  /** Exit status. */
  readonly status: number;
}

type Command = (flags: Flags, surroundings: Surroundings) => Outcome;

/** What each command does. All throw Problems. */
export const COMMANDS: Readonly<Record<CommandName, Command>> = {
  install: (flags, surroundings) => {
    const running = { node: process.execPath, script: realpathSync(process.argv[1] ?? '') };
    const places = given(flags, surroundings) ?? installPlaces(flags.browsers, surroundings);
    return done(install(places, flags.inPlace, running, surroundings));
  },

  uninstall: (flags, surroundings) => {
    const somePlaces = given(flags, surroundings) ?? named(flags, surroundings);
    if (somePlaces !== undefined) return done(removeManifests(somePlaces));
    const own = manifestPlaces(surroundings).filter(({ scope }) => scope === 'user');
    return done([...removeManifests(own), ...removeCopies(surroundings)]);
  },

  doctor: (flags, surroundings) => {
    const diagnosis = diagnose(surroundings, given(flags, surroundings) ?? named(flags, surroundings));
    const lines = flags.json ? [JSON.stringify(diagnosis)] : diagnosisLines(diagnosis);
    return { lines, status: diagnosis.checks.find(({ ok }) => !ok)?.problem?.number ?? 0 };
  },

  version: () => {
    const { major, minor } = HOST_PROTOCOL;
    return { lines: [`usi-companion-host ${HOST_VERSION} (protocol ${major}.${minor})`], status: 0 };
  },

  help: () => ({ lines: [HELP], status: 0 }),
};

/** The folder of `--manifest-dir`, for Chromium unless `--browser` says otherwise. */
function given({ manifestDir, browsers }: Flags, surroundings: Surroundings): ManifestPlace[] | undefined {
  if (manifestDir === undefined) return undefined;
  return (browsers ?? ['chromium']).map((browser) => givenPlace(manifestDir, browser, surroundings));
}

function named({ browsers }: Flags, surroundings: Surroundings): ManifestPlace[] | undefined {
  return browsers === undefined ? undefined : installPlaces(browsers, surroundings);
}

function done(changes: readonly Change[]): Outcome {
  const lines = changes.map(({ path, change }) => `${change.padEnd(9)} ${path}`);
  return { lines: lines.length > 0 ? lines : ['nothing to do'], status: 0 };
}
