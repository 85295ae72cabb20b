/**
 * Installing for one person: copies of the host (names.ts says where), a launcher (launcher.ts), one manifest per
 * browser, and a note of the folders that had to be made (folders.ts), so that uninstalling leaves no trace.
 */
export { type Change, install } from './install.ts';
export { removeCopies, removeManifests } from './uninstall.ts';
