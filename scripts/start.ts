/** `npm start`: the extension in a real browser, connected to the simulator. */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { readFaultFile } from '../simulator/index.ts';
import { performLookUps } from './demo/headless.ts';
import { setStage } from './demo/stage.ts';
import { presentWindow } from './demo/window.ts';

const { values } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    faults: { type: 'string' },
    'without-host': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const HELP = `npm start                      opens Chromium with everything connected
npm start -- --headless        performs the demo's look-ups without a window
            --faults FILE      lets the simulator answer with scripted faults (simulator/README.md)
            --without-host     leaves the native host out
`;

if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
if (!values.headless && !hasDisplay)
  process.stderr.write('There is no display, so the look-ups are done without a window.\n');
const headless = values.headless || !hasDisplay;

const stage = await setStage({
  headless,
  host: !values['without-host'],
  faults: values.faults ? readFaultFile(values.faults) : [],
});
try {
  if (headless) process.exitCode = (await performLookUps(stage)) ? 0 : 1;
  else await presentWindow(stage);
} finally {
  await stage.close();
}
