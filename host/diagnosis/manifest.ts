import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { type DoctorCheck, HOST_NAME } from '../../src/messages/host.ts';
import { Problem } from '../../src/problems/index.ts';
import { ALLOW_MEMBER, callersOf, type ManifestPlace } from '../browsers/index.ts';
import { programsIn } from '../install/launcher.ts';
import { readJsonObject } from '../json-file.ts';
import { verdictOf } from './verdict.ts';

/** No launcher of ours comes near, in bytes; a larger program is not read for what it starts. */
const LAUNCHER_LIMIT_BYTES = 4096;

type Members = Record<string, unknown>;

/** Looks at one browser's manifest of the host, and at the program that it names. */
export function checkManifest(place: ManifestPlace): DoctorCheck {
  const { browser, scope, path } = place;
  let manifest: Members | null = {};
  const verdict = verdictOf(() => {
    manifest = readJsonObject(path, wrongAt(path));
    if (manifest !== null) judge(manifest, place);
  });
  const found = manifest !== null;
  return {
    name: `manifest ${browser} ${scope}`,
    ...verdict,
    found,
    path,
    ...described(manifest ?? {}, place),
  };
}

/** The parts that a reader wants to see, as far as they can be shown. */
function described(manifest: Members, { family }: ManifestPlace): Pick<DoctorCheck, 'program' | 'allows'> {
  const { path: program, [ALLOW_MEMBER[family]]: allows } = manifest;
  return {
    ...(typeof program === 'string' ? { program } : {}),
    ...(isListOfStrings(allows) ? { allows } : {}),
  };
}

function judge(manifest: Members, { family, path }: ManifestPlace): void {
  const wrong = wrongAt(path);
  const { name, type, path: program, [ALLOW_MEMBER[family]]: allows } = manifest;
  if (name !== HOST_NAME) throw wrong('name');
  if (type !== 'stdio') throw wrong('type');
  if (typeof program !== 'string' || !isAbsolute(program)) throw wrong('path');
  if (!isListOfStrings(allows)) throw wrong(ALLOW_MEMBER[family]);
  const missing = callersOf(family).find((caller) => !allows.includes(caller));
  if (missing !== undefined) throw wrong(`it does not allow ${missing}`);
  checkProgram(program);
}

/** The program, and what a launcher of ours starts in turn: an update of Node may have removed it. */
function checkProgram(program: string): void {
  if (!isExecutableFile(program)) throw new Problem('HOST_PROGRAM_MISSING', { path: program });
  if (statSync(program).size > LAUNCHER_LIMIT_BYTES) return;
  const absent = programsIn(readFileSync(program, 'utf8')).find((path) => !existsSync(path));
  if (absent !== undefined) throw new Problem('HOST_PROGRAM_MISSING', { path: absent });
}

function isExecutableFile(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function isListOfStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function wrongAt(path: string): (reason: string) => Problem {
  return (reason) => new Problem('HOST_MANIFEST_WRONG', { path, reason });
}
