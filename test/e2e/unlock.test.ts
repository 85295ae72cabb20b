import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { english } from '../../scripts/launch/popup.ts';
import type { CredentialSpec } from '../../simulator/index.ts';
import { PROBLEMS } from '../../src/problems/index.ts';
import { integer, oid, sequence } from '../support/der.ts';
import { wrap } from '../support/encrypted-key.ts';
import { Desk } from './support/desk.ts';
import { MARYAM } from './support/students.ts';

const OURS: CredentialSpec = { abn: '27809366375', name: 'USIMachine' };
const OTHERS: CredentialSpec = { abn: '11000002568', name: 'OtherMachine' };

describe('the popup before it is unlocked', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    await desk.companion.send('lock', {});
    await desk.companion.send('clearLookUp', {});
    await desk.companion.send('saveSettings', { settings: { credentialId: null } });
  });

  const useKeystoreOf = async (...credentials: CredentialSpec[]) => {
    const { xml } = await desk.simulator.issueKeystore({ credentials });
    desk.replaceKeystore(xml);
    return xml;
  };

  it('names a wrong password, says what to do, and selects what was typed so that the right one replaces it', async () => {
    await useKeystoreOf(OURS);
    await desk.withPopup(async (popup) => {
      await popup.unlock('not the password');
      await popup.page.waitForFunction(
        (words) => document.querySelector('.field .error')?.textContent === words,
        {},
        PROBLEMS.PASSWORD_WRONG.what,
      );
      expect((await popup.waitForScreen('lockedTitle')).text).toContain(PROBLEMS.PASSWORD_WRONG.next);
      const selected = await popup.page.evaluate(() => {
        const field = document.activeElement as HTMLInputElement;
        return { label: field.labels?.[0]?.textContent, from: field.selectionStart, to: field.selectionEnd };
      });
      expect(selected).toEqual({ label: english('password'), from: 0, to: 'not the password'.length });
      await popup.page.keyboard.type(desk.simulator.password);
      await popup.page.keyboard.press('Enter');
      expect(await popup.lookUp(MARYAM)).toMatchObject({ verdict: 'verified' });
    });
  });

  it('lets one of several credentials be chosen with one key, and remembers it', async () => {
    await useKeystoreOf(OTHERS, OURS, { ...OURS, name: 'OldMachine', validity: 'expired' });
    await desk.withPopup(async (popup) => {
      const { text } = await popup.waitForScreen('chooseCredentialTitle');
      for (const name of ['OtherMachine', 'USIMachine', 'OldMachine']) expect(text).toContain(name);
      await popup.page.keyboard.press('Tab');
      await popup.page.keyboard.press('Enter');
      expect((await popup.waitForScreen('lockedTitle')).text).toContain('USIMachine');
    });
    await desk.withPopup(async (popup) => {
      expect((await popup.waitForScreen('lockedTitle')).text).toContain('USIMachine');
      await popup.unlock(desk.simulator.password);
      await popup.waitForForm();
    });
  });

  it('asks anew when the chosen credential is no longer in the file', async () => {
    await desk.companion.send('saveSettings', { settings: { credentialId: 'ABRD:27809366375_Gone' } });
    await useKeystoreOf(OURS);
    await desk.withPopup(async (popup) => {
      expect(await popup.waitForScreen('chooseCredentialTitle')).toMatchObject({
        problem: 'CREDENTIAL_GONE',
      });
    });
  });

  it('names an expired credential', async () => {
    await useKeystoreOf({ ...OURS, validity: 'expired' });
    await desk.withPopup(async (popup) => {
      expect((await popup.waitForScreen('expiredTitle')).text).toContain('USIMachine');
    });
  });

  it('says from when a credential will be valid', async () => {
    const notBefore = new Date('2031-07-01T02:00:00Z');
    await useKeystoreOf({ ...OURS, validity: { notBefore, notAfter: new Date('2033-07-01T00:00:00Z') } });
    await desk.withPopup(async (popup) => {
      expect((await popup.waitForScreen('notYetValidTitle')).text).toMatch(/1 July? 2031/);
    });
  });

  it('recognises a credential of the AUSkey era', async () => {
    await useKeystoreOf({ ...OURS, type: 'U' });
    await desk.withPopup(async (popup) => {
      const { problem, text } = await popup.waitForScreen('needsKeystoreTitle');
      expect(problem).toBe('CREDENTIAL_NOT_MACHINE');
      expect(text).toContain('AUSkey');
    });
  });

  it('lets nobody choose a credential of the AUSkey era among others', async () => {
    await useKeystoreOf(OURS, OTHERS, { ...OURS, name: 'OldUser', type: 'U' });
    await desk.withPopup(async (popup) => {
      const { text } = await popup.waitForScreen('chooseCredentialTitle');
      expect(text).toContain(english('credentialNotMachine'));
      const closed = await popup.page.$$eval('.credential-choice:disabled', (choices) =>
        choices.map((choice) => choice.textContent),
      );
      expect(closed).toEqual([expect.stringContaining('OldUser')]);
    });
  });

  it('names the encryption that it does not know', async () => {
    const xml = await useKeystoreOf(OURS);
    const key = wrap(sequence(oid('1.2.840.113549.1.12.1.99'), integer(1)), Buffer.alloc(64));
    desk.replaceKeystore(
      xml.replace(/(<protectedPrivateKey>)[^<]*/, (_all, tag: string) => tag + key.toString('base64')),
    );
    await desk.withPopup(async (popup) => {
      await popup.unlock(desk.simulator.password);
      expect(await popup.waitForProblem()).toBe('CREDENTIAL_ENCRYPTION_UNSUPPORTED');
      expect((await popup.waitForScreen('lockedTitle')).text).toContain('1.2.840.113549.1.12.1.99');
    });
  });

  it('refuses a key that does not fit its certificate', async () => {
    await useKeystoreOf({ ...OURS, keyFits: false });
    await desk.withPopup(async (popup) => {
      await popup.unlock(desk.simulator.password);
      expect(await popup.waitForProblem()).toBe('CREDENTIAL_KEY_MISMATCH');
    });
  });
});
