import { homedir } from 'node:os';
import { type PlatformPath, posix, win32 } from 'node:path';

/** The systems that the host knows places for. Anything else is treated as Linux. */
export type System = 'linux' | 'darwin' | 'win32';

/** What the host needs to know of the computer and the person; a parameter, so that every system can be tested on one. */
export interface Surroundings {
  readonly system: System;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Only an administrator can write here, so it may allow what a web browser's request may not. */
  readonly configurationFile: string;
}

export function realSurroundings(): Surroundings {
  const system = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux';
  const env = process.env;
  return { system, home: homedir(), env, configurationFile: configurationFileOf(system, env) };
}

/** Path rules of a system. */
export function pathRules(system: System): PlatformPath {
  return system === 'win32' ? win32 : posix;
}

/** Where programs keep a person's settings: XDG base directories on Linux, which Chromium follows too. */
export function configHome({ home, env }: Surroundings): string {
  return absoluteOr(env.XDG_CONFIG_HOME, posix.join(home, '.config'));
}

/** Where programs keep a person's data (XDG base directories). */
export function dataHome({ home, env }: Surroundings): string {
  return absoluteOr(env.XDG_DATA_HOME, posix.join(home, '.local/share'));
}

/** The specification says that a relative path in these variables is to be ignored. */
function absoluteOr(value: string | undefined, fallback: string): string {
  return value !== undefined && posix.isAbsolute(value) ? value : fallback;
}

function configurationFileOf(system: System, env: Surroundings['env']): string {
  switch (system) {
    case 'linux':
      return '/etc/usi-companion/host.json';
    case 'darwin':
      return '/Library/Application Support/USI Companion/host.json';
    case 'win32':
      // Not ProgramData: there any user may create a folder that does not exist yet.
      return win32.join(env.ProgramFiles ?? 'C:\\Program Files', 'USI Companion', 'host.json');
  }
}
