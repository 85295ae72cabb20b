import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk } from './support/desk.ts';
import { MARYAM, MARYAM_QUERY } from './support/students.ts';

/** Chromium holds requests back after three errors in quick succession; more only if the machine is slow. */
const MOST_LOOK_UPS = 40;

describe('when a service answers with errors again and again', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    await desk.unlock();
    desk.simulator.setFaults([{ match: { operation: 'VerifyUSI' }, do: { fault: '1002' } }]);
  });
  afterAll(() => desk.close());

  it('every error is shown as what it is, until the browser sends no more; then that is said, not that the network is gone', async () => {
    const problems = new Set<string>();
    for (let count = 1; count <= MOST_LOOK_UPS && !problems.has('SERVICE_HELD_BACK'); count += 1) {
      const lookUp = await desk.companion.send('verify', { student: MARYAM_QUERY });
      problems.add(lookUp.state === 'failed' ? lookUp.problem.code : lookUp.state);
    }
    expect([...problems]).toEqual(['REGISTRY_VALIDATION', 'SERVICE_HELD_BACK']);
    expect(desk.wire()[0]).toBe('RST ok');
    expect(new Set(desk.wire().slice(1))).toEqual(new Set(['VerifyUSI fault 1002']));
    await desk.withPopup(async (popup) => {
      expect(await popup.read()).toMatchObject({ verdict: 'unchecked', problem: 'SERVICE_HELD_BACK' });
    });
  });

  it('trying again leads to the verdict once the service is well', async () => {
    desk.simulator.setFaults([]);
    await desk.withPopup(async (popup) => {
      const verdict = async () => {
        await popup.clear();
        return (await popup.lookUp(MARYAM)).verdict;
      };
      await expect.poll(verdict, { timeout: 60_000, interval: 500 }).toBe('verified');
    });
  });
});
