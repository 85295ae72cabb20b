import type { BackgroundMessageName, BackgroundMessages } from '../messages/index.ts';

/**
 * All that a page needs from its surroundings: the background and the browser. `src/browser` is the real one;
 * tests hand over a scripted one, so that every screen can be seen without either.
 */
export interface PageApi {
  /** Sends one message to the background; rejects with a `Problem`. */
  readonly send: <Name extends BackgroundMessageName>(
    type: Name,
    input: BackgroundMessages[Name]['input'],
  ) => Promise<BackgroundMessages[Name]['output']>;
  /** Calls the listener whenever the status may have changed; returns the way to stop it. */
  readonly onStatusChanged: (listener: () => void) => () => void;
  /** The words of a key in the browser's language, without substitutions; empty when there are none. */
  readonly message: (key: string) => string;
  /** Asks the user for access to sites. Must be called within a click, before anything is awaited. */
  readonly requestSites: (origins: readonly string[]) => Promise<boolean>;
  readonly openOptions: () => Promise<void>;
  readonly copyText: (text: string) => Promise<void>;
  /** The extension's own version. */
  readonly version: string;
}
