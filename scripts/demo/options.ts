import { parseArgs } from 'node:util';
import { readFaultFile } from '../../simulator/index.ts';
import type { DemoOptions } from './stage.ts';

export const HELP = `npm start                      opens Chromium with everything connected
npm start -- --headless        performs the demo's look-ups without a window
            --faults FILE      lets the simulator answer with scripted faults (simulator/README.md)
            --without-host     leaves the native host out
`;

/**
 * Reads the flags of `npm start`; undefined when help is asked for.
 * @throws Error for unknown flags, BadFaultRules for a faults file that is not understood; the message is for people
 */
export function readOptions(args: readonly string[]): DemoOptions | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      headless: { type: 'boolean', default: false },
      faults: { type: 'string' },
      'without-host': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  return {
    headless: values.headless,
    host: !values['without-host'],
    faults: values.faults ? readFaultFile(values.faults) : [],
  };
}
