/** The browsers: where each looks for its hosts (table.ts) and what the host's manifest says (manifest.ts). */
import { Problem } from '../../src/problems/index.ts';
import { configHome, pathRules, type Surroundings } from '../surroundings.ts';
import { MANIFEST_FILE } from './manifest.ts';
import { BROWSERS, type BrowserName, type Family, INSTALLABLE } from './table.ts';

export { ALLOW_MEMBER, callersOf, manifestText } from './manifest.ts';
export { BROWSERS, INSTALLABLE } from './table.ts';

/** One file in which one browser would find the host. */
export interface ManifestPlace {
  readonly browser: BrowserName;
  readonly family: Family;
  readonly scope: 'user' | 'machine' | 'given folder';
  /** Of the manifest. */
  readonly path: string;
}

/** Every manifest file that a browser of this system would read. Registry keys (Windows) are not files. */
export function manifestPlaces(surroundings: Surroundings): ManifestPlace[] {
  const { system } = surroundings;
  if (system === 'win32') return [];
  return BROWSERS.flatMap(({ name: browser, family, places }) =>
    Object.entries(places[system]).map(([scope, folder]) => ({
      browser,
      family,
      scope: scope === 'machine' ? ('machine' as const) : ('user' as const),
      path: manifestIn(filled(folder, surroundings), surroundings),
    })),
  );
}

/**
 * Where `install` writes for this person.
 * @param only the browsers to write for; without it every browser that is supported here
 * @throws Problem HOST_BROWSER_UNSUPPORTED
 */
export function installPlaces(
  only: readonly string[] | undefined,
  surroundings: Surroundings,
): ManifestPlace[] {
  const { system } = surroundings;
  const known: readonly string[] = INSTALLABLE[system];
  const wanted = only ?? known;
  const unknown = wanted.find((browser) => !known.includes(browser));
  if (unknown !== undefined || wanted.length === 0) {
    throw new Problem('HOST_BROWSER_UNSUPPORTED', { browser: unknown ?? 'any browser', system });
  }
  return manifestPlaces(surroundings).filter(
    ({ browser, scope }) => scope === 'user' && wanted.includes(browser),
  );
}

/**
 * The place in a folder given by hand, such as `NativeMessagingHosts` in a Chromium `--user-data-dir`.
 * @throws Problem HOST_BROWSER_UNSUPPORTED
 */
export function givenPlace(folder: string, name: string, surroundings: Surroundings): ManifestPlace {
  const browser = BROWSERS.find((row) => row.name === name);
  if (browser === undefined) {
    throw new Problem('HOST_BROWSER_UNSUPPORTED', { browser: name, system: surroundings.system });
  }
  const path = manifestIn(pathRules(surroundings.system).resolve(folder), surroundings);
  return { browser: browser.name, family: browser.family, scope: 'given folder', path };
}

function manifestIn(folder: string, { system }: Surroundings): string {
  return pathRules(system).join(folder, MANIFEST_FILE);
}

function filled(folder: string, surroundings: Surroundings): string {
  return folder
    .replace('{home}', () => surroundings.home)
    .replace('{config}', () => configHome(surroundings));
}
