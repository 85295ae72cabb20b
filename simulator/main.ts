/** `npm run simulator`: starts it, says where it is, and stops on Ctrl+C. */
import { BadFaultRules } from './faults/index.ts';
import { startSimulator } from './index.ts';
import { HELP, readOptions, UsageError } from './options.ts';

/** Exit status for a command line that makes no sense, as shells use it. */
const EXIT_USAGE = 2;

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    process.stdout.write(HELP);
    return;
  }
  const simulator = await startSimulator(options);
  const { sts, usi, caPath: ca, keystorePath: keystore, password, orgCode } = simulator;
  process.stdout.write(`${JSON.stringify({ sts, usi, ca, keystore, password, orgCode })}\n`);
  const stop = () => {
    simulator.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  const usage = error instanceof UsageError || error instanceof BadFaultRules;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(usage ? EXIT_USAGE : 1);
});
