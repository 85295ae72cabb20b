import { browserApi } from './api.ts';

/** Calls back when the browser has started, and when the extension was installed or updated. */
export function onFreshStart(listener: () => void): void {
  browserApi.runtime.onStartup.addListener(listener);
  browserApi.runtime.onInstalled.addListener(listener);
}

/** A call that does nothing. Any call into the browser's API starts a background's 30 idle seconds anew. */
export async function touchBrowser(): Promise<void> {
  await browserApi.runtime.getPlatformInfo();
}
