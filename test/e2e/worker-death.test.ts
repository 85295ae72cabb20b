import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Desk } from './support/desk.ts';
import { MARYAM } from './support/students.ts';
import { closeWorkers, liveWorkers, stopWorkers } from './support/worker.ts';

/** The two ways in which a worker ends before its time. */
const DEATHS: Record<string, (desk: Desk) => Promise<void>> = {
  'the browser stops it': ({ companion }) => stopWorkers(companion.options),
  'it is closed like a crash': ({ browser }) => closeWorkers(browser),
};

describe.each(Object.entries(DEATHS))('when the worker dies because %s', (_how, kill) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    desk.simulator.setFaults([]);
    await desk.companion.send('clearLookUp', {});
  });

  it('between unlock and look-up, the next worker verifies without the password', async () => {
    await desk.withPopup((popup) => popup.unlock(desk.simulator.password).then(() => popup.waitForForm()));
    const before = await liveWorkers(desk.browser);
    await kill(desk);
    const reading = await desk.withPopup((popup) => popup.lookUp(MARYAM));
    expect(reading).toMatchObject({ verdict: 'verified', status: 'Valid' });
    expect(await liveWorkers(desk.browser)).not.toEqual(before);
  });

  it('the token outlives it: the next look-up needs no second token request', async () => {
    await kill(desk);
    desk.simulator.clearLog();
    const reading = await desk.withPopup((popup) => popup.lookUp(MARYAM));
    expect(reading.verdict).toBe('verified');
    expect(desk.wire()).toEqual(['VerifyUSI ok']);
  });

  it('in the middle of a look-up with the popup closed, the popup says so when it is opened again', async () => {
    desk.simulator.setFaults([{ match: { operation: 'VerifyUSI', times: 1 }, do: { delayMs: 5_000 } }]);
    await desk.withPopup(async (popup) => {
      await popup.fill(MARYAM);
      await popup.page.keyboard.press('Enter');
      await popup.page.waitForSelector('section.checking');
    });
    await kill(desk);
    const reading = await desk.withPopup((popup) => popup.read());
    expect(reading).toMatchObject({ verdict: 'unchecked', problem: 'LOOK_UP_INTERRUPTED' });
  });
});

describe('when the worker dies while the popup waits for its answer', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    await desk.unlock();
  });
  afterAll(() => desk.close());

  // Chromium lets a page wait 30 s before it tells it that nobody will answer any more.
  it('the popup says that the look-up was interrupted, and trying again verifies', async () => {
    desk.simulator.setFaults([{ match: { operation: 'VerifyUSI', times: 1 }, do: { delayMs: 5_000 } }]);
    await desk.withPopup(async (popup) => {
      await popup.fill(MARYAM);
      await popup.page.keyboard.press('Enter');
      await popup.page.waitForSelector('section.checking');
      await stopWorkers(desk.companion.options);
      expect(await popup.read()).toMatchObject({ verdict: 'unchecked', problem: 'LOOK_UP_INTERRUPTED' });
      await popup.press('tryAgain');
      await popup.page.waitForSelector('.band.verified');
    });
  });
});
