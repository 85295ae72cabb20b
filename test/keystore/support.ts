import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, vi } from 'vitest';
import { type Credential, readKeystore } from '../../src/keystore/index.ts';
import type { ProblemCode, ProblemParams } from '../../src/problems/index.ts';

/** A keystore made for tests: one credential, BER certificates, PBE-SHA1-3DES with 20 bytes of salt. */
export const SYNTHETIC_KEYSTORE = readFileSync(
  resolve(import.meta.dirname, '../vectors/synthetic-keystore.xml'),
  'utf8',
);
export const PASSWORD = 'Password1!';

/** What a problem of this code, and of these params if they are given, looks like to `toThrow`. */
export function problem(code: ProblemCode, params: ProblemParams = {}) {
  return expect.objectContaining({ code, params: expect.objectContaining(params) });
}

/** The only credential of a store. */
export function onlyCredential(xml: string): Credential {
  const [credential, ...more] = readKeystore(xml);
  if (credential === undefined || more.length > 0) throw new Error('not exactly one credential');
  return credential;
}

/** The store with the text of one element replaced; null takes the element out. */
export function withElement(xml: string, name: string, text: string | null): string {
  const element = new RegExp(`<${name}>[^<]*</${name}>`);
  if (!element.test(xml)) throw new Error(`no <${name}>`);
  return xml.replace(element, text === null ? '' : `<${name}>${text}</${name}>`);
}

/** The text of one element of the store. */
export function elementText(xml: string, name: string): string {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  if (text === undefined) throw new Error(`no <${name}>`);
  return text;
}

/** The store with the bytes of one base64 element changed. */
export function withBytes(xml: string, name: string, change: (bytes: Buffer) => Uint8Array): string {
  const changed = change(Buffer.from(elementText(xml, name), 'base64'));
  return withElement(xml, name, Buffer.from(changed).toString('base64'));
}

/** Watches every decryption from now on; `areWiped` tells whether all plaintexts are zero, and fails if there were none. */
export function watchPlaintexts(): { areWiped(): Promise<boolean> } {
  // Triple DES writes its plaintext through a DataView, 32 bits at a time.
  const tripleDes = vi.spyOn(DataView.prototype, 'setInt32');
  const aes = vi.spyOn(crypto.subtle, 'decrypt');
  return {
    async areWiped() {
      const views = tripleDes.mock.contexts as unknown as DataView[];
      const results = await Promise.all(aes.mock.results.map(({ value }) => value as Promise<ArrayBuffer>));
      const plaintexts = new Set([...views.map(({ buffer }) => buffer), ...results]);
      expect(plaintexts.size).toBeGreaterThan(0);
      return [...plaintexts].every((plaintext) => new Uint8Array(plaintext).every((byte) => byte === 0));
    },
  };
}
