import { parseArgs } from 'node:util';
import { Problem } from '../../src/problems/index.ts';

export type CommandName = 'install' | 'uninstall' | 'doctor' | 'version' | 'help';

export interface Flags {
  /** Answer as one JSON object (`doctor`). */
  readonly json: boolean;
  /** Only these browsers. */
  readonly browsers: readonly string[] | undefined;
  /** A folder of manifests to use instead of the browsers' own, full or from the working folder. */
  readonly manifestDir: string | undefined;
  /** Leave the program where it is (`install`). */
  readonly inPlace: boolean;
}

/** Which flags each command takes; any other is a mistake and is said to be one. */
const FLAGS_OF: Readonly<Record<CommandName, readonly string[]>> = {
  install: ['browser', 'manifest-dir', 'in-place'],
  uninstall: ['browser', 'manifest-dir'],
  doctor: ['browser', 'manifest-dir', 'json'],
  version: ['version'],
  help: ['help'],
};

const OPTIONS = {
  browser: { type: 'string', multiple: true },
  'manifest-dir': { type: 'string' },
  'in-place': { type: 'boolean' },
  json: { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @throws Problem HOST_COMMAND_UNKNOWN */
export function commandFrom(words: readonly string[]): { command: CommandName; flags: Flags } {
  const unknown = new Problem('HOST_COMMAND_UNKNOWN', { words: words.join(' ') });
  const { values, positionals } = parsed(words, unknown);
  const [word = flagCommand(values), ...more] = positionals;
  if (more.length > 0 || !isCommand(word)) throw unknown;
  if (Object.keys(values).some((flag) => !FLAGS_OF[word].includes(flag))) throw unknown;
  const {
    browser: browsers,
    'manifest-dir': manifestDir,
    'in-place': inPlace = false,
    json = false,
  } = values;
  return { command: word, flags: { browsers, manifestDir, inPlace, json } };
}

function parsed(words: readonly string[], unknown: Problem) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch {
    throw unknown;
  }
}

function flagCommand(values: { version?: boolean; help?: boolean }): string {
  return values.version === true ? 'version' : values.help === true ? 'help' : '';
}

function isCommand(word: string): word is CommandName {
  return Object.hasOwn(FLAGS_OF, word);
}
