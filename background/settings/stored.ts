import type { Settings } from '../../src/messages/index.ts';
import { fits } from '../shape.ts';
import { DEFAULT_SETTINGS, SETTING_SHAPES } from './shape.ts';

type Values = Readonly<Record<string, unknown>>;

/** Turns the values of one version into those of the next. */
export type Migration = (values: Values) => Values;

/** Number n leads from version n + 1 to n + 2. Never change one that was released; append. */
const MIGRATIONS: readonly Migration[] = [];

/** Settings as they lie in storage.local. */
export interface StoredSettings {
  readonly version: number;
  readonly values: Values;
}

export function toStored(settings: Settings): StoredSettings {
  return { version: MIGRATIONS.length + 1, values: { ...settings } };
}

/**
 * Reads what storage.local holds, whoever wrote it: an older version is migrated, and every value that is missing
 * or of the wrong type falls back to its default alone, so that one spoilt value does not cost the others.
 */
export function fromStored(stored: unknown, migrations: readonly Migration[] = MIGRATIONS): Settings {
  const { version, values } = readStored(stored);
  const current = migrations.slice(version - 1).reduce((older, migrate) => migrate(older), values);
  return {
    environment: settingIn('environment', current),
    orgCode: settingIn('orgCode', current),
    credentialId: settingIn('credentialId', current),
    keystorePath: settingIn('keystorePath', current),
    stsProfile: settingIn('stsProfile', current),
  };
}

function settingIn<Name extends keyof Settings>(name: Name, values: Values): Settings[Name] {
  const value = values[name];
  return fits(SETTING_SHAPES[name], value) ? value : DEFAULT_SETTINGS[name];
}

function readStored(stored: unknown): StoredSettings {
  const nothing = { version: 1, values: {} };
  if (!isRecord(stored)) return nothing;
  const { version, values } = stored;
  if (!isRecord(values) || typeof version !== 'number' || !(version >= 1)) return nothing;
  return { version, values };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
