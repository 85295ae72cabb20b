import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dist } from '../build/paths.ts';

/** A home folder of a person who exists only for one run: browser profile, keystore, native host. */
export interface Home {
  readonly path: string;
  readonly profile: string;
  /** Where ATOMAS puts the keystore on Linux (keystore dossier C1). */
  readonly keystore: string;
  remove(): void;
}

export interface HomeOptions {
  /** The keystore file to put where ATOMAS would; none when absent. */
  readonly keystore?: string;
  /** Whether the native host is installed for this home's browser. */
  readonly host: boolean;
}

export function makeHome({ keystore, host }: HomeOptions): Home {
  const path = mkdtempSync(join(tmpdir(), 'usi-companion-'));
  const home: Home = {
    path,
    profile: join(path, 'profile'),
    keystore: join(path, '.ATOMAS', 'keystore-new.xml'),
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }),
  };
  mkdirSync(home.profile, { recursive: true });
  if (keystore) {
    mkdirSync(join(path, '.ATOMAS'), { recursive: true });
    copyFileSync(keystore, home.keystore);
  }
  if (host) runHost(home, 'install', '--in-place', '--manifest-dir', chromiumManifestFolder(home));
  return home;
}

/** The folder in which Chromium looks for host manifests when it is given a profile of its own. */
export function chromiumManifestFolder(home: Home): string {
  return join(home.profile, 'NativeMessagingHosts');
}

/** Runs a command of the built host as this home's person. @throws Error with what the host said when it failed */
export function runHost(home: Home, ...args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [dist('host', 'usi-companion-host.cjs'), ...args], {
    env: { HOME: home.path, PATH: process.env.PATH ?? '' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the host's ${args[0]} failed: ${stderr}`);
}
