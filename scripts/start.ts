/** `npm start`: the extension in a real browser, connected to the simulator. */
import process from 'node:process';
import { performLookUps } from './demo/headless.ts';
import { HELP, readOptions } from './demo/options.ts';
import { type DemoOptions, setStage } from './demo/stage.ts';
import { presentWindow } from './demo/window.ts';

/** Exit status for a command line that makes no sense, as shells use it. */
const EXIT_USAGE = 2;

const options = readOptionsOrExit();
if (options) process.exitCode = await perform(options);
else process.stdout.write(HELP);

async function perform(wanted: DemoOptions): Promise<number> {
  const headless = wanted.headless || !hasDisplay();
  if (headless && !wanted.headless) {
    process.stderr.write('There is no display, so the look-ups are done without a window.\n');
  }
  const stage = await setStage({ ...wanted, headless });
  try {
    if (headless) return (await performLookUps(stage)) ? 0 : 1;
    await presentWindow(stage);
    return 0;
  } finally {
    await stage.close();
  }
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

function readOptionsOrExit(): DemoOptions | undefined {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(EXIT_USAGE);
  }
}
