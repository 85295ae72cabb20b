import { browserApi } from './api.ts';

/** Who sent a message, as far as the browser vouches for it. */
export interface Sender {
  readonly id?: string | undefined;
  /** Address of the sending document. */
  readonly url?: string | undefined;
  /** Origin of the sending document; not every browser tells. */
  readonly origin?: string | undefined;
  /** 0 for a tab's own document, more for a frame within; absent outside tabs. */
  readonly frameId?: number | undefined;
}

/** Who we are, in the terms of a sender. */
export interface OwnIdentity {
  readonly id: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly origin: string;
}

export function ownIdentity(): OwnIdentity {
  // A URL's own `origin` is "null" for these schemes in some engines.
  return { id: browserApi.runtime.id, origin: browserApi.runtime.getURL('/').replace(/\/$/, '') };
}

/** Hears every message to the background; what the listener's promise gives is the answer. */
export function onMessage(listener: (message: unknown, sender: Sender) => Promise<unknown>): void {
  browserApi.runtime.onMessage.addListener((message: unknown, sender: Sender) => listener(message, sender));
}

/** Tells every open page of ours. Nobody may be listening, which the browsers call an error and we do not. */
export async function tellPages(event: object): Promise<void> {
  await browserApi.runtime.sendMessage(event).catch(() => undefined);
}
