import process from 'node:process';
import { DEMO_LOOK_UPS } from './look-ups.ts';
import type { Stage } from './stage.ts';

/** Wider than the longest verdict, characters. */
const COLUMN = 13;

/** Leaves the browser to the person, ready to look up, until it is closed. */
export async function presentWindow({ browser, companion, simulator }: Stage): Promise<void> {
  await companion.send('unlock', { password: simulator.password }).catch(() => undefined);
  await companion.openPopup().catch(() => undefined);
  const students = DEMO_LOOK_UPS.map(({ usi, firstName, familyName, singleName, dateOfBirth, expected }) => {
    const name = singleName ?? `${firstName} ${familyName}`;
    return `${expected.verdict.padEnd(COLUMN)}${usi} ${name} ${dateOfBirth}`;
  });
  process.stdout.write(
    [
      'USI Companion is open in Chromium, connected to the simulator and unlocked.',
      'Click its icon in the toolbar (the puzzle piece lists it), then paste one of these students into the USI field:',
      '',
      ...students.map((line) => `  ${line}`),
      '',
      `The keystore's password is ${simulator.password}. Close the browser, or press Ctrl+C, to end.`,
      '',
    ].join('\n'),
  );
  await new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
}
