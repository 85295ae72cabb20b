import { browserApi } from './api.ts';

/** `locked` comes from Chromium only: Firefox has no signal for the lock of the operating system. */
export type IdleState = 'active' | 'idle' | 'locked';

/** Hears of idleness; `afterSeconds` without input count as idle. */
export function onIdleState(afterSeconds: number, listener: (state: IdleState) => void): void {
  browserApi.idle.setDetectionInterval(afterSeconds);
  browserApi.idle.onStateChanged.addListener(listener);
}
