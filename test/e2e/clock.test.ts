import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { english } from '../../scripts/launch/popup.ts';
import { Desk } from './support/desk.ts';
import { MARYAM } from './support/students.ts';

const MINUTE_SECONDS = 60;

/** The services' clock is moved; to them this computer's clock is out by as much the other way. */
describe('with a clock that is out', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());
  // A token of another time would be a story of its own.
  beforeEach(async () => {
    await desk.companion.send('lock', {});
    await desk.companion.send('clearLookUp', {});
    await desk.unlock();
    desk.simulator.clearLog();
  });

  const lookUp = () =>
    desk.withPopup(async (popup) => {
      await popup.clear();
      return popup.lookUp(MARYAM);
    });
  const lookUpAndReadWarning = () =>
    desk.withPopup(async (popup) => {
      await popup.clear();
      const reading = await popup.lookUp(MARYAM);
      return { reading, warning: await popup.waitForText('.warning') };
    });
  const warningWhenOpenedAgain = () => desk.withPopup((popup) => popup.waitForText('.warning'));
  const words = (key: string, minutes: number) => english(key).replace('{minutes}', String(minutes));

  it.each([
    ['10 minutes slow', 10, 'clockSlow'],
    ['10 minutes fast', -10, 'clockFast'],
  ])(
    '%s, the look-up succeeds with the corrected time, and the popup says so at once',
    async (_how, minutes, key) => {
      desk.simulator.setClockOffset(minutes * MINUTE_SECONDS);
      const { reading, warning } = await lookUpAndReadWarning();
      expect(reading).toMatchObject({ verdict: 'verified', problem: null });
      expect(warning).toBe(words(key, 10));
      expect(desk.wire()).toEqual(['RST fault InvalidSecurity', 'RST ok', 'VerifyUSI ok']);
      expect(await warningWhenOpenedAgain()).toBe(words(key, 10));
    },
  );

  it('set right again, the popup stops saying so', async () => {
    desk.simulator.setClockOffset(0);
    expect(await lookUp()).toMatchObject({ verdict: 'verified' });
    await desk.withPopup(async (popup) => {
      await popup.page.waitForSelector('.band.verified');
      expect(await popup.page.$('.warning')).toBeNull();
    });
  });
});
