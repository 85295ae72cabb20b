import { browserApi } from './api.ts';

/**
 * Starts the native host of that name for one message and its one answer (a process a call).
 * Rejects with an Error whose text is the browser's own; settles never if the host hangs, so bring a time-out.
 */
export type SendNative = (hostName: string, message: object) => Promise<unknown>;

export const sendNative: SendNative = (hostName, message) =>
  browserApi.runtime.sendNativeMessage(hostName, message);
