/** The one function of xml-encryption that is used; the package has no types of its own. */
declare module 'xml-encryption' {
  import type { KeyObject } from 'node:crypto';

  export function decrypt(
    encryptedXml: string,
    options: {
      key: KeyObject;
      disallowDecryptionWithInsecureAlgorithm: boolean;
      warnInsecureAlgorithm: boolean;
    },
    done: (error: Error | null, plainXml?: string) => void,
  ): void;
}
