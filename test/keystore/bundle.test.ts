import { resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build, type Rollup } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, SYNTHETIC_KEYSTORE } from './support.ts';

/** What node-forge is used for needs these of its files and no others. */
const FORGE_FILES = [
  'baseN.js',
  'cipher.js',
  'cipherModes.js',
  'des.js',
  'forge.js',
  'md.js',
  'sha1.js',
  'util.js',
];

/** The keystore room as one classic script that sets `keystore`. */
async function bundle(): Promise<Rollup.OutputChunk> {
  const [result] = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      lib: {
        entry: resolve(import.meta.dirname, '../../src/keystore/index.ts'),
        formats: ['iife'],
        name: 'keystore',
      },
    },
  })) as Rollup.RollupOutput[];
  if (result === undefined) throw new Error('nothing was built');
  return result.output[0];
}

describe('the keystore room, bundled', () => {
  let chunk: Rollup.OutputChunk;
  beforeAll(async () => {
    chunk = await bundle();
  });

  it('carries only what is used of node-forge', () => {
    const files = chunk.moduleIds.flatMap((id) => /node-forge\/lib\/([\w.-]+\.js)/.exec(id)?.[1] ?? []);
    expect([...new Set(files)].sort()).toEqual(FORGE_FILES);
  });

  it('evaluates no text as code, which the extension’s policy forbids', () => {
    expect(chunk.code).not.toMatch(/\beval\(|new Function\b/);
  });

  it('unlocks where there is no Node and no document, as in a service worker', async () => {
    const scope = {
      crypto,
      TextEncoder,
      TextDecoder,
      atob,
      btoa,
      xml: SYNTHETIC_KEYSTORE,
      password: PASSWORD,
    };
    const worker = createContext({ ...scope, self: scope });
    runInContext(chunk.code, worker);
    const signature = await runInContext(
      `keystore.unlock(keystore.readKeystore(xml)[0], password)
        .then((signer) => signer.sign(new TextEncoder().encode('test'), 'SHA-256'))`,
      worker,
    );
    expect(signature).toHaveLength(256);
  });
});
