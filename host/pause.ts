/** Waits without doing anything else. The host has one request at a time, so nothing is held up. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
