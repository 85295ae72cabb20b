import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueKeystore } from '../../simulator/issuer/index.ts';
import { readKeystore, unlock } from '../../src/keystore/index.ts';
import { Problem } from '../../src/problems/index.ts';
import { PASSWORD, SYNTHETIC_KEYSTORE, withBytes, withElement } from './support.ts';

/** Whatever is thrown must be a problem that has a name of its own. */
function expectProblem(error: unknown): void {
  expect(error).toBeInstanceOf(Problem);
  expect((error as Problem).code).not.toBe('INTERNAL');
}

function readsOrSaysWhy(xml: string): void {
  try {
    expect(readKeystore(xml).length).toBeGreaterThan(0);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expectProblem(error);
  }
}

async function unlocksOrSaysWhy(xml: string): Promise<void> {
  try {
    for (const credential of readKeystore(xml)) await unlock(credential, PASSWORD);
  } catch (error) {
    expectProblem(error);
  }
}

/** Bytes with one of them changed, or cut off there. */
const damage = fc.record({ at: fc.nat(8000), byte: fc.nat(255), cut: fc.boolean() });
function damaged(bytes: Buffer, { at, byte, cut }: { at: number; byte: number; cut: boolean }): Buffer {
  const position = at % bytes.length;
  return cut ? bytes.subarray(0, position) : Buffer.from(bytes).fill(byte, position, position + 1);
}

describe('any keystore', () => {
  it('that was cut or changed anywhere is read or is a problem', () => {
    const edit = fc.record({
      at: fc.nat(8000),
      length: fc.nat(20),
      text: fc.string({ unit: 'binary', maxLength: 5 }),
    });
    fc.assert(
      fc.property(edit, fc.boolean(), ({ at, length, text }, cut) => {
        const position = at % SYNTHETIC_KEYSTORE.length;
        const end = cut ? '' : SYNTHETIC_KEYSTORE.slice(position + length);
        readsOrSaysWhy(SYNTHETIC_KEYSTORE.slice(0, position) + text + end);
      }),
      { numRuns: 1000 },
    );
  });

  it('with damaged certificates is read or is a problem', async () => {
    const { xml } = await issueKeystore({ credentials: [{ abn: '51824753556', name: 'Front desk' }] });
    fc.assert(
      fc.property(damage, (how) => {
        readsOrSaysWhy(withBytes(xml, 'publicCertificate', (bytes) => damaged(bytes, how)));
      }),
      { numRuns: 1500 },
    );
  });

  it('with a damaged key is unlocked or is a problem', { timeout: 120_000 }, async () => {
    const pbes2 = { scheme: 'pbes2', cipher: 'aes-256-cbc', prf: 'sha1' } as const;
    const { xml } = await issueKeystore({
      credentials: [{ abn: '51824753556', name: 'Front desk', encryption: pbes2 }],
    });
    // The first bytes hold the parameters; damage there is the most telling.
    const early = fc.record({ at: fc.nat(120), byte: fc.nat(255), cut: fc.constant(false) });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(early, damage),
        fc.constantFrom(SYNTHETIC_KEYSTORE, xml),
        async (how, store) => {
          await unlocksOrSaysWhy(withBytes(store, 'protectedPrivateKey', (bytes) => damaged(bytes, how)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of the largest size is judged like any other, however it is made', () => {
    const room = 390_000;
    const declarations = Array.from({ length: 12_000 }, (_, index) => `xmlns:p${index}="z"`).join(' ');
    const bytes = [
      Buffer.alloc(room, Buffer.from('3080', 'hex')),
      Buffer.alloc(room, Buffer.from('0500', 'hex')),
      Buffer.alloc(room, 0xff),
      Buffer.concat([Buffer.from('308305f000', 'hex'), Buffer.alloc(0x05f000, Buffer.from('0500', 'hex'))]),
      Buffer.concat([Buffer.from('308305f000060305effb', 'hex'), Buffer.alloc(0x05f000 - 5, 0x81)]),
    ];
    const stores = [
      ...bytes.map((content) =>
        withElement(SYNTHETIC_KEYSTORE, 'publicCertificate', content.toString('base64')),
      ),
      withElement(SYNTHETIC_KEYSTORE, 'serialNumber', '9'.repeat(room)),
      withElement(SYNTHETIC_KEYSTORE, 'abn', ' '.repeat(room)),
      SYNTHETIC_KEYSTORE.replace('<credentials>', `<credentials>${'<credential/>'.repeat(room / 13)}`),
      SYNTHETIC_KEYSTORE.replace('<credentials>', '<credentials>'.repeat(room / 13)),
      SYNTHETIC_KEYSTORE.replace(
        '<credentials>',
        `<credentials ${declarations}>${'<x xmlns:y="z"/>'.repeat(12_000)}`,
      ),
    ];
    for (const store of stores) readsOrSaysWhy(store);
  });
});
