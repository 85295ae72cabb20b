/** The command line, for people and for `npm start`: one command, one line per thing done or found. */
import { report } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { commandFrom } from './arguments.ts';
import { COMMANDS } from './commands.ts';
import { print, printProblem } from './print.ts';

/**
 * Runs one command.
 * @returns the exit status: 0, or the number of the problem
 */
export function runCommand(words: readonly string[], surroundings: Surroundings): number {
  try {
    const { command, flags } = commandFrom(words);
    const { lines, status } = COMMANDS[command](flags, surroundings);
    print(lines);
    return status;
  } catch (error) {
    const problem = report(error);
    printProblem(problem);
    return problem.number;
  }
}
