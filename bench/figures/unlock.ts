import { spawnSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { issueKeystore } from '../../simulator/index.ts';
import { builtCore } from '../support/built-core.ts';
import { type Figure, timesFigure } from '../support/figure.ts';
import { interleave, timed } from '../support/interleave.ts';

const RUNS = 60;
const WARM_UP = 15;
/** A process each, so fewer of them. */
const COMMAND_RUNS = 15;

/**
 * Opening a key of the official shape (PBE-SHA1-3DES, 1,024 rounds) until it can sign, against OpenSSL opening the
 * same key: within Node, and as a command.
 */
export async function unlock(): Promise<Figure[]> {
  const core = await builtCore();
  const { xml, password } = await demoKeystore();
  const [credential] = core.readKeystore(xml);
  if (credential === undefined) throw new Error('the keystore is empty');
  const der = Buffer.from(credential.protectedPrivateKey);

  const ours = timed(() => core.unlock(credential, password));
  const within = timed(() =>
    createPrivateKey({ key: der, format: 'der', type: 'pkcs8', passphrase: password }),
  );
  const figures = [
    timesFigure('unlock', 'OpenSSL within Node', await interleave(RUNS, WARM_UP, { ours, peer: within })),
  ];
  if (!hasOpenSsl()) return figures;
  const command = timed(() => opensslOpens(der, password));
  const pairs = await interleave(COMMAND_RUNS, 2, { ours, peer: command });
  return [...figures, timesFigure('unlock/command', 'openssl pkcs8, a process of its own', pairs)];
}

/** As ATOMAS would have left it: the simulator's issuer writes the official shape unless told otherwise. */
function demoKeystore() {
  return issueKeystore({ credentials: [{ abn: '27809366375', name: 'USIMachine' }] });
}

function hasOpenSsl(): boolean {
  return spawnSync('openssl', ['version']).status === 0;
}

/** The decrypted key goes to a pipe that is thrown away. */
function opensslOpens(der: Uint8Array, password: string): void {
  const args = ['pkcs8', '-inform', 'DER', '-passin', `pass:${password}`];
  const { status, stderr } = spawnSync('openssl', args, { input: der });
  if (status !== 0) throw new Error(`openssl could not open the key: ${stderr}`);
}
