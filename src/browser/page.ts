import type { BackgroundEvent } from '../messages/index.ts';
import { browserApi } from './api.ts';
import { send } from './send.ts';

/** Everything that a page asks of the browser. `PageApi` in src/ui says what each member does. */
export const page = {
  send,

  onStatusChanged(listener: () => void): () => void {
    const hear = (message: unknown): undefined => {
      if ((message as Partial<BackgroundEvent> | null)?.event === 'status-changed') listener();
    };
    browserApi.runtime.onMessage.addListener(hear);
    return () => browserApi.runtime.onMessage.removeListener(hear);
  },

  message: (key: string): string => browserApi.i18n.getMessage(key),

  requestSites: (origins: readonly string[]): Promise<boolean> =>
    browserApi.permissions.request({ origins: [...origins] }),

  openOptions: (): Promise<void> => browserApi.runtime.openOptionsPage(),

  copyText: (text: string): Promise<void> => navigator.clipboard.writeText(text),

  get version(): string {
    return browserApi.runtime.getManifest().version;
  },
};
