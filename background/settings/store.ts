import type { StorageArea } from '../../src/browser/index.ts';
import type { Settings } from '../../src/messages/index.ts';
import { inTurns } from '../turns.ts';
import { fromStored, toStored } from './stored.ts';

const KEY = 'settings';

/** What a change of settings was: both states, for whoever must act on it. */
export interface SettingsChange {
  readonly before: Settings;
  readonly after: Settings;
}

/** The settings in storage.local. */
export class SettingsStore {
  readonly #area: StorageArea;
  readonly #turn = inTurns();

  constructor(area: StorageArea) {
    this.#area = area;
  }

  async read(): Promise<Settings> {
    return fromStored(await this.#area.read(KEY));
  }

  /** Changes some settings; those left out stay. One change at a time, so that none is lost. */
  change(some: Partial<Settings>): Promise<SettingsChange> {
    return this.#turn(async () => {
      const before = await this.read();
      const after = { ...before, ...some };
      await this.#area.write({ [KEY]: toStored(after) });
      return { before, after };
    });
  }
}
