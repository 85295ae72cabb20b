/**
 * The native-messaging host. A browser starts it, sends requests as frames on stdin and reads the answers on stdout;
 * a person starts it with a command. PROTOCOL.md says what it answers.
 *
 * serve/      frames in, frames out
 * actions/    one file per action
 * keystore/   opening one file safely, and where to look for it
 * browsers/   where each browser looks for its hosts
 * diagnosis/  what is right and wrong, for `doctor`
 * install/    install and uninstall
 * cli/        the command line
 */
import { readInvocation } from './caller.ts';
import { runCommand } from './cli/index.ts';
import { serve } from './serve/index.ts';
import { keepStdoutForFrames } from './serve/stdout.ts';
import { realSurroundings } from './surroundings.ts';

const invocation = readInvocation(process.argv.slice(2));

if (invocation.kind === 'frames') {
  keepStdoutForFrames();
  process.exitCode = serve(invocation.allowed, realSurroundings());
} else {
  process.exitCode = runCommand(invocation.words, realSurroundings());
}
