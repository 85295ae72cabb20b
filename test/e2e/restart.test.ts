import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storedInIndexedDb } from './support/browser-storage.ts';
import { Desk } from './support/desk.ts';
import { ASFAHA, MARYAM } from './support/students.ts';

const DRAFT = { ...ASFAHA, singleName: '', hasSingleName: false };

/** The two ways in which a browser ends. */
const ENDS: Record<string, (desk: Desk) => Promise<void>> = {
  closed: (desk) => desk.closeBrowser(),
  killed: (desk) => desk.killBrowser(),
};

describe.each(Object.entries(ENDS))('after the browser was %s and started again', (_how, end) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    await desk.unlock();
    await desk.withPopup((popup) => popup.lookUp(MARYAM));
    await desk.companion.send('saveDraft', { draft: DRAFT });
    expect(await desk.companion.send('status', {})).toMatchObject({
      state: 'unlocked',
      draft: DRAFT,
      lookUp: { state: 'answered' },
    });
    expect(await storedInIndexedDb(desk.companion.options)).toBe(1);
    await end(desk);
    await desk.startBrowser();
  });
  afterAll(() => desk.close());

  it('the credential is locked and no work waits behind the lock', async () => {
    expect(await desk.companion.send('status', {})).toMatchObject({ state: 'locked', workWaiting: false });
  });

  it('the popup asks for the password', async () => {
    await desk.withPopup((popup) => popup.waitForScreen('lockedTitle'));
  });

  it('the wrapping key is wiped from the disk', async () => {
    expect(await storedInIndexedDb(desk.companion.options)).toBe(0);
  });

  it('the settings are still there', async () => {
    expect(await desk.companion.send('readSettings', {})).toMatchObject({
      environment: 'thirdParty',
      orgCode: desk.simulator.orgCode,
    });
  });

  it('unlocking leads to an empty form, and a look-up fetches a token of its own', async () => {
    desk.simulator.clearLog();
    await desk.withPopup(async (popup) => {
      await popup.unlock(desk.simulator.password);
      await popup.waitForForm();
      expect(await popup.typed()).toEqual({ usi: '', firstName: '', familyName: '', dateOfBirth: '' });
      expect(await popup.lookUp(MARYAM)).toMatchObject({ verdict: 'verified' });
    });
    expect(desk.wire()).toEqual(['RST ok', 'VerifyUSI ok']);
  });
});
