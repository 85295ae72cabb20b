import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCredentialStore } from '../../host/keystore/credential-store.ts';
import { KEYSTORE, OTHER_FILES, UNUSUAL_KEYSTORES } from './support/keystores.ts';

describe('telling a credential store by its first tag', () => {
  it.each(Object.entries(UNUSUAL_KEYSTORES))('accepts one with %s', (_what, text) => {
    expect(isCredentialStore(Buffer.from(text))).toBe(true);
  });

  it.each(Object.entries(OTHER_FILES))('refuses %s', (_what, contents) => {
    expect(isCredentialStore(Buffer.from(contents))).toBe(false);
  });

  it('refuses every other sequence of bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => !isCredentialStore(Buffer.from(bytes))),
    );
  });

  it('never fails, however a keystore is cut', () => {
    const bytes = Buffer.from(KEYSTORE);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(typeof isCredentialStore(bytes.subarray(0, length))).toBe('boolean');
    }
  });

  it.each([
    ['white space before the root', ' '],
    ['white space in the tag', '<credentialStore '],
    ['an endless attribute name', '<credentialStore a'],
    ['an endless attribute value', '<credentialStore a="'],
    ['attributes without end', '<credentialStore', ' a="b"'],
    ['equals signs', '<credentialStore a', ' = '],
    ['comments without end', '', '<!---->'],
    ['open comments', '', '<!--'],
    ['declarations without end', '', '<?x?>'],
    ['open tags', '', '<credentialStore '],
  ])('comes to an end with 512 KiB of %s', (_what, start, repeated = ' ') => {
    const bytes = Buffer.alloc(512 * 1024, repeated === ' ' && start.endsWith('a') ? 'a' : repeated);
    bytes.write(start);
    expect(isCredentialStore(bytes)).toBe(false);
  });
});
