import { pathRules, type System } from '../surroundings.ts';

/** Whether `value` names a file from the root of a drive, so that no working folder decides what it means. */
export function isFullPath(value: unknown, system: System): value is string {
  if (typeof value !== 'string' || value.includes('\0')) return false;
  if (system !== 'win32') return value.startsWith('/');
  // `\folder` and `C:file` depend on the current drive and folder.
  return /^[A-Za-z]:[\\/]/.test(value) || isNetworkPath(value, system);
}

/**
 * Whether opening `path` may reach another computer. On Windows everything that begins with two separators: UNC
 * paths, and the device namespaces `\\?\` and `\\.\`, in which UNC paths can hide. Opening one sends the user's
 * credentials to that computer. Elsewhere the network appears only where an administrator has mounted it.
 */
export function isNetworkPath(path: string, system: System): boolean {
  return system === 'win32' && /^[\\/]{2}/.test(path);
}

/** Whether two full paths name the same file by their spelling alone; nothing is opened. */
export function sameSpelling(one: string, other: string, system: System): boolean {
  return spelling(one, system) === spelling(other, system);
}

function spelling(path: string, system: System): string {
  const normal = pathRules(system).normalize(path);
  return system === 'win32' ? normal.toLowerCase() : normal;
}
