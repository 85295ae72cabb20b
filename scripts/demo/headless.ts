import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Popup, Reading } from '../launch/popup.ts';
import { DEMO_LOOK_UPS, type DemoLookUp } from './look-ups.ts';
import type { Stage } from './stage.ts';

/**
 * Performs the demo's look-ups through the popup: one JSON line each, then the summary.
 * @returns whether every verdict was as expected
 */
export async function performLookUps(stage: Stage): Promise<boolean> {
  let passed = 0;
  for (const [index, student] of DEMO_LOOK_UPS.entries()) {
    const { reading, ms } = await performOne(stage, student, index + 1).catch(unreadable);
    const { verdict, status, differs, problem } = reading;
    print({ usi: student.usi, status, verdict, differs, ms, ...(problem ? { problem } : {}) });
    if (isExpected(reading, student)) passed += 1;
  }
  const failed = DEMO_LOOK_UPS.length - passed;
  print({ summary: { passed, failed } });
  return failed === 0;
}

async function performOne({ companion, simulator, artifacts }: Stage, student: DemoLookUp, number: number) {
  const popup = await companion.openPopup();
  try {
    await unlockIfAsked(popup, simulator.password);
    await popup.clear();
    await popup.fill(student);
    const pressedAt = performance.now();
    await popup.page.keyboard.press('Enter');
    const reading = await popup.read();
    const ms = Math.round(performance.now() - pressedAt);
    const { png } = await popup.photograph();
    await writeFile(join(artifacts, `look-up-${number}-${reading.verdict}.png`), png);
    return { reading, ms };
  } finally {
    await companion.send('clearLookUp', {}).catch(() => undefined);
    await popup.close();
  }
}

async function unlockIfAsked(popup: Popup, password: string): Promise<void> {
  await popup.page.waitForSelector('section');
  if (await popup.page.$('section.locked')) await popup.unlock(password);
  if (await popup.page.$('section.obstacle')) throw new Error('the popup shows that something is in the way');
}

/** The popup never came to a verdict. */
function unreadable(error: unknown): { reading: Reading; ms: number } {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  return {
    reading: { verdict: 'unchecked', status: null, differs: [], problem: null, serviceSaid: null },
    ms: 0,
  };
}

function isExpected({ verdict, differs }: Reading, { expected }: DemoLookUp): boolean {
  return verdict === expected.verdict && differs.join() === expected.differs.join();
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
