/**
 * Settings: what the person chose, in storage.local.
 *
 *   shape.ts          what each may hold, and the defaults
 *   stored.ts         how they lie in storage, by version
 *   store.ts          reading and changing them
 *   consequences.ts   what a change takes with it
 */
export { consequencesOf } from './consequences.ts';
export { DEFAULT_SETTINGS, SETTINGS_CHANGE } from './shape.ts';
export { SettingsStore } from './store.ts';
