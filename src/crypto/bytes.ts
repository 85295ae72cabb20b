/** Bytes over a plain ArrayBuffer, the only kind that WebCrypto takes. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** The bytes as lower-case hexadecimal digits, two a byte. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether both hold the same bytes. Takes the same time wherever they differ, so it may compare digests. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let index = 0; index < left.length; index += 1) {
    difference |= (left[index] ?? 0) ^ (right[index] ?? 0);
  }
  return difference === 0;
}

/** Overwrites a secret with zeros. Strings cannot be wiped, so secrets stay in byte arrays where possible. */
export function wipe(bytes: Uint8Array): void {
  bytes.fill(0);
}

/**
 * The same bytes, typed as WebCrypto wants them. Nothing here runs where SharedArrayBuffer can reach,
 * and copying instead would leave a second copy of a secret.
 */
export function asBytes(bytes: Uint8Array): Bytes {
  return bytes as Bytes;
}
