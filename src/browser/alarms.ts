import { browserApi } from './api.ts';

/** When an alarm rings: once at a moment (milliseconds since 1970), or every so many minutes. */
export type AlarmTime = { readonly when: number } | { readonly periodInMinutes: number };

/** The browser's alarms, which outlive the worker and wake it, but not a browser restart. */
export interface Alarms {
  exists(name: string): Promise<boolean>;
  /** Creating an alarm of a name that exists replaces it and starts its period anew. */
  create(name: string, time: AlarmTime): Promise<void>;
  clear(name: string): Promise<void>;
}

export const alarms: Alarms = {
  exists: async (name) => (await browserApi.alarms.get(name)) !== undefined,
  create: async (name, time) => browserApi.alarms.create(name, time),
  clear: async (name) => {
    await browserApi.alarms.clear(name);
  },
};

export function onAlarm(listener: (name: string) => void): void {
  browserApi.alarms.onAlarm.addListener((alarm) => listener(alarm.name));
}
