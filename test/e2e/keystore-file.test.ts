import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../src/problems/index.ts';
import { Desk } from './support/desk.ts';

type Spoil = (file: string, xml: string) => void;

const write =
  (change: (xml: string) => string): Spoil =>
  (file, xml) =>
    writeFileSync(file, change(xml));

/** What may lie where the keystore should, and what the popup calls it. */
const FILES: [what: string, spoil: Spoil, problem: ProblemCode][] = [
  ['nothing', () => undefined, 'KEYSTORE_NOT_FOUND'],
  ['a folder', (file) => mkdirSync(file), 'KEYSTORE_NOT_A_FILE'],
  ['a file of another kind', write(() => 'My passwords: none of your business'), 'KEYSTORE_OTHER_FILE'],
  ['another XML file', write(() => '<?xml version="1.0"?><settings/>'), 'KEYSTORE_OTHER_FILE'],
  ['an empty file', write(() => ''), 'KEYSTORE_OTHER_FILE'],
  ['a keystore of 600 KiB', write((xml) => xml + ' '.repeat(600 * 1024)), 'KEYSTORE_TOO_LARGE'],
  ['half a keystore', write((xml) => xml.slice(0, xml.length / 2)), 'KEYSTORE_TRUNCATED'],
  ['a keystore spoilt by an editor', write((xml) => xml.replace('<abn>', '<abn')), 'KEYSTORE_NOT_XML'],
  // The host hands over nothing that begins with a DOCTYPE.
  [
    'a keystore with a DOCTYPE',
    write((xml) => xml.replace('<credentialStore', '<!DOCTYPE x [<!ENTITY e "x">]><credentialStore')),
    'KEYSTORE_OTHER_FILE',
  ],
  ['a keystore with an entity', write((xml) => xml.replace('<name1>', '<name1>&name;')), 'KEYSTORE_NOT_XML'],
  [
    'a keystore without a credential',
    write((xml) => xml.replace(/<credentials>.*<\/credentials>/s, '<credentials></credentials>')),
    'KEYSTORE_EMPTY',
  ],
  [
    'a keystore whose credential lost its key',
    write((xml) => xml.replace(/<protectedPrivateKey>.*<\/protectedPrivateKey>/s, '')),
    'KEYSTORE_DAMAGED',
  ],
  [
    'a link to a keystore',
    (file, xml) => {
      writeFileSync(`${file}.real`, xml);
      symlinkSync(`${file}.real`, file);
    },
    'KEYSTORE_IS_LINK',
  ],
];

describe('the keystore file', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());
  beforeEach(() => rmSync(desk.home.keystore, { recursive: true, force: true }));

  it.each(FILES)('%s is told apart from a keystore that can be used', async (_what, spoil, problem) => {
    spoil(desk.home.keystore, desk.simulator.keystore.xml);
    await desk.withPopup(async (popup) => {
      const reading = await popup.waitForScreen('needsKeystoreTitle');
      expect(reading.problem).toBe(problem);
      expect(reading.text).toContain(join('.ATOMAS', 'keystore-new.xml'));
    });
  });

  it('is found by "Check again" once it is there, and Enter is enough', async () => {
    await desk.withPopup(async (popup) => {
      await popup.waitForScreen('needsKeystoreTitle');
      desk.replaceKeystore(desk.simulator.keystore.xml);
      await popup.page.keyboard.press('Enter');
      await popup.waitForScreen('lockedTitle');
    });
  });
});
