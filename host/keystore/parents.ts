import { lstatSync, readlinkSync } from 'node:fs';
import { Problem } from '../../src/problems/index.ts';
import { pathRules, type System } from '../surroundings.ts';

/** How the walk asks the disk; a parameter, so that Windows links can be tested elsewhere. */
export interface Links {
  isLink(path: string): boolean;
  target(path: string): string;
}

const REAL_LINKS: Links = {
  isLink: (path) => lstatSync(path).isSymbolicLink(),
  target: (path) => readlinkSync(path),
};

/** As many as Linux follows in one path (path_resolution(7)). */
const LINKS_LIMIT = 40;

/**
 * The path with every link in its parent folders followed, the last component left as it is. Walked by hand and
 * not by `realpath`, so that `check` sees where a link leads before anything there is touched.
 * @param path a full path
 * @param check called with every full path that a link leads to; throws to refuse it
 * @throws Problem KEYSTORE_NOT_A_FILE when the path ends in a folder; errors of the operating system
 */
export function followParents(
  path: string,
  system: System,
  check: (path: string) => void,
  links: Links = REAL_LINKS,
): string {
  const rules = pathRules(system);
  let { root: resolved } = rules.parse(path);
  let pending = componentsOf(path.slice(resolved.length), system);
  let followed = 0;
  while (pending.length > 1) {
    const [name = '', ...rest] = pending;
    const here = rules.join(resolved, name);
    if (name === '..' || !links.isLink(here)) {
      resolved = here;
      pending = rest;
      continue;
    }
    followed += 1;
    if (followed > LINKS_LIMIT) throw new Problem('KEYSTORE_UNREADABLE', { reason: 'ELOOP' });
    const target = links.target(here);
    const { root } = rules.parse(target);
    pending = [...componentsOf(target.slice(root.length), system), ...rest];
    // On Windows a target such as `\folder` begins at the root of the drive that holds the link.
    if (root !== '') resolved = root === '\\' ? rules.parse(resolved).root : root;
    check(rules.join(resolved, ...pending));
  }
  const [last] = pending;
  if (last === undefined || last === '..') throw new Problem('KEYSTORE_NOT_A_FILE', { path });
  return rules.join(resolved, last);
}

function componentsOf(path: string, system: System): string[] {
  const separator = system === 'win32' ? /[\\/]/ : '/';
  return path.split(separator).filter((name) => name !== '' && name !== '.');
}
