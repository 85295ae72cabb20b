/** The command line's flags. */
import { parseArgs } from 'node:util';
import type { SimulatorOptions } from './contract.ts';
import { readFaultFile } from './faults/index.ts';

/** What --help prints. */
export const HELP = `Usage: npm run simulator -- [flags]

Runs an ATO Security Token Service and a USI Registry (v5) on loopback. The first line on standard output
is JSON: {"sts","usi","ca","keystore","password","orgCode"}. Stop it with Ctrl+C.

  --port N                  listen on this port (default: a free one)
  --http                    plain HTTP instead of HTTPS
  --faults FILE             script trouble: rules in JSON, see simulator/README.md
  --clock-offset SECONDS    run the services' clock ahead (or, negative, behind)
  --log FILE                append one JSON line for each request
  --help                    show this text
`;

/** Thrown for flags that make no sense. */
export class UsageError extends Error {}

/** Reads the flags. Throws {@link UsageError} or BadFaultRules; returns undefined when help is asked for. */
export function readOptions(args: readonly string[]): SimulatorOptions | undefined {
  const flags = parse(args);
  if (flags.help) return undefined;
  return {
    ...(flags.port === undefined ? {} : { port: numberFlag('--port', flags.port, /^\d{1,5}$/) }),
    ...(flags.http ? { http: true } : {}),
    ...(flags.faults === undefined ? {} : { faults: readFaultFile(flags.faults) }),
    ...(flags['clock-offset'] === undefined
      ? {}
      : { clockOffsetSeconds: numberFlag('--clock-offset', flags['clock-offset'], /^[+-]?\d+(\.\d+)?$/) }),
    ...(flags.log === undefined ? {} : { logFile: flags.log }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: joinNegativeValues(args),
      options: {
        port: { type: 'string' },
        http: { type: 'boolean' },
        faults: { type: 'string' },
        'clock-offset': { type: 'string' },
        log: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Node takes `-600` for a flag of its own, so `--clock-offset -600` becomes `--clock-offset=-600`. */
function joinNegativeValues(args: readonly string[]): string[] {
  return args.flatMap((arg, at) => {
    const next = args[at + 1];
    if (arg === '--clock-offset' && next?.startsWith('-')) return [`${arg}=${next}`];
    return args[at - 1] === '--clock-offset' && arg.startsWith('-') ? [] : [arg];
  });
}

function numberFlag(flag: string, text: string, form: RegExp): number {
  if (!form.test(text)) throw new UsageError(`${flag} needs a number, not ${text}`);
  return Number(text);
}
