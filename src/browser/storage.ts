import { browserApi } from './api.ts';

/** One of the browser's storage areas, narrowed to what we use. Values are JSON; anything may come back, so check it. */
export interface StorageArea {
  /** The value under the key, or undefined. */
  read(key: string): Promise<unknown>;
  /** Writes all of these, leaving other keys alone. */
  write(values: Readonly<Record<string, unknown>>): Promise<void>;
  forget(...keys: string[]): Promise<void>;
}

type Area = Pick<typeof browserApi.storage.local, 'get' | 'set' | 'remove'>;

function area(pick: () => Area): StorageArea {
  return {
    read: async (key) => (await pick().get(key))[key],
    write: async (values) => pick().set(values),
    forget: async (...keys) => pick().remove(keys),
  };
}

/** In memory, gone when the browser exits; never written to disk. */
export const sessionArea = area(() => browserApi.storage.session);

/** On disk, kept for good. */
export const localArea = area(() => browserApi.storage.local);

/**
 * Keeps storage.session from content scripts: Chromium's default, said aloud.
 * Firefox has no such call and never shows storage.session to content scripts without one.
 */
export async function keepSessionToOurPages(): Promise<void> {
  const session: object = browserApi.storage.session;
  if (hasAccessLevels(session)) await session.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}

interface AccessLevels {
  setAccessLevel(options: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

function hasAccessLevels(session: object): session is AccessLevels {
  return 'setAccessLevel' in session;
}
