import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultRule } from '../../simulator/index.ts';
import { sessionStorageJson } from './support/browser-storage.ts';
import { Desk } from './support/desk.ts';
import { MARYAM } from './support/students.ts';
import { liveWorkers } from './support/worker.ts';

/** Long enough for both scenarios, which run side by side, on a slow machine. */
const PATIENCE_MS = 240_000;
const POLL_MS = 500;

/** A look-up that the clerk started before closing the popup, with services that answer as slowly as the rules say. */
async function startAndLeave(faults: readonly FaultRule[]): Promise<Desk> {
  const desk = await Desk.open({ simulator: { faults } });
  await desk.unlock();
  await desk.withPopup(async (popup) => {
    await popup.fill(MARYAM);
    await popup.page.keyboard.press('Enter');
    await popup.page.waitForSelector('section.checking');
  });
  return desk;
}

async function until(happened: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await happened())) await pause(POLL_MS);
}

// The driver is not attached to the worker, and nothing is sent to it while it waits: only it can keep itself alive.
describe('with services that are slow', () => {
  let patient: Desk;
  let hopeless: Desk;
  let workersAtStart: string[];
  let workersAtEnd: string[];

  beforeAll(async () => {
    // Between the refusal and the new token there is no call to the browser's API but those made to stay alive;
    // any other, such as keeping a token, would start the worker's 30 s anew and prove nothing.
    [patient, hopeless] = await Promise.all([
      startAndLeave([
        { match: { operation: 'VerifyUSI', request: 1 }, do: { delayMs: 22_000, fault: 'InvalidSecurity' } },
        { match: { operation: 'RST', request: 2 }, do: { delayMs: 22_000 } },
      ]),
      startAndLeave([{ match: { operation: 'VerifyUSI' }, do: { delayMs: 45_000 } }]),
    ]);
    workersAtStart = await liveWorkers(patient.browser);
    await Promise.all([
      until(
        async () =>
          patient.wire().includes('VerifyUSI ok') || (await liveWorkers(patient.browser)).length === 0,
      ),
      until(async () => (await sessionStorageJson(hopeless.companion.options)).includes('"state":"failed"')),
    ]);
    workersAtEnd = await liveWorkers(patient.browser);
  }, PATIENCE_MS);
  afterAll(() => Promise.all([patient?.close(), hopeless?.close()]));

  it('a verdict that came after 44 s, with the popup closed, is there when the popup is opened again', async () => {
    const reading = await patient.withPopup((popup) => popup.read());
    expect(reading).toMatchObject({ verdict: 'verified', status: 'Valid', problem: null });
    expect(patient.wire()).toEqual(['RST ok', 'VerifyUSI fault InvalidSecurity', 'RST ok', 'VerifyUSI ok']);
  });

  it('the same worker waited for it', () => {
    expect(workersAtStart).toHaveLength(1);
    expect(workersAtEnd).toEqual(workersAtStart);
  });

  it('an answer that does not come within 25 s is a time-out, kept and shown when the popup is opened again', async () => {
    const { reading, text } = await hopeless.withPopup(async (popup) => ({
      reading: await popup.read(),
      text: await popup.page.$eval('.problem', (note) => note.textContent ?? ''),
    }));
    expect(reading).toMatchObject({ verdict: 'unchecked', problem: 'SERVICE_TIMEOUT' });
    expect(text).toContain('USI Registry');
    expect(text).toContain('25 seconds');
  });

  it(
    'the worker keeps itself alive no longer than the request lasts',
    () => until(async () => (await liveWorkers(patient.browser)).length === 0),
    PATIENCE_MS,
  );
});
