import { SCRIPT_FILE } from './names.ts';

// A browser starts the host with the person's own environment. NODE_OPTIONS made for other work could load
// code into the host or make it print on stdout, which would break the frames.
const CLEAN_ENVIRONMENT = 'unset NODE_OPTIONS';

/** The launcher that install writes: absolute paths, so that it needs neither PATH nor a working folder. */
export function launcherFor(node: string, script: string): string {
  return `#!/bin/sh\n${CLEAN_ENVIRONMENT}\nexec ${quoted(node)} ${quoted(script)} "$@"\n`;
}

/** The launcher of a build, which finds the script beside itself, and node on the PATH where the builder's is absent. */
export function launcherBeside(node: string): string {
  return `#!/bin/sh
${CLEAN_ENVIRONMENT}
here=$(dirname -- "$(readlink -f -- "$0")")
node=${quoted(node)}
[ -x "$node" ] || node=node
exec "$node" "$here/${SCRIPT_FILE}" "$@"
`;
}

/** One word of sh, whatever it holds. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The full paths that a launcher of ours starts; empty for any other program. */
export function programsIn(launcher: string): string[] {
  const command = /^exec (.+) "\$@"$/m.exec(launcher)?.[1] ?? '';
  return [...command.matchAll(/'((?:[^']|'\\'')*)'/g)].map(([, word = '']) => word.replaceAll("'\\''", "'"));
}
