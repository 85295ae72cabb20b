/** The few parts of node-forge that are used, typed by hand: its published types cover only the whole package. */
declare module 'node-forge/lib/util.js' {
  export interface ByteStringBuffer {
    getBytes(): string;
  }
  const util: { createBuffer(bytes: Uint8Array): ByteStringBuffer };
  export default util;
}

declare module 'node-forge/lib/sha1.js' {
  import type { ByteStringBuffer } from 'node-forge/lib/util.js';

  interface MessageDigest {
    start(): MessageDigest;
    /** Takes a binary string: one character a byte. */
    update(binary: string): MessageDigest;
    digest(): ByteStringBuffer;
  }
  const sha1: { create(): MessageDigest };
  export default sha1;
}

/** Adds DES to the ciphers; exports nothing that is used. */
declare module 'node-forge/lib/des.js';

declare module 'node-forge/lib/cipher.js' {
  import type { ByteStringBuffer } from 'node-forge/lib/util.js';

  interface BlockCipher {
    /** `output` receives the result, 32 bits at a time. */
    start(options: { iv: ByteStringBuffer; output: { putInt32(word: number): void } }): void;
    /** Works through every whole block of the input. */
    update(input: ByteStringBuffer): void;
  }
  const cipher: { createDecipher(algorithm: '3DES-CBC', key: ByteStringBuffer): BlockCipher };
  export default cipher;
}
