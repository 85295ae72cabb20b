import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { allowedOrigins } from '../../host/caller.ts';
import { dist, ROOT } from '../../scripts/build/paths.ts';
import { type Home, makeHome } from '../../scripts/launch/home.ts';
import { issueKeystore } from '../../simulator/index.ts';
import { HOST_NAME } from '../../src/messages/host.ts';
import { type Figure, timesFigure } from '../support/figure.ts';
import { frameOf, type Program, roundTrip } from '../support/frames.ts';
import { interleave } from '../support/interleave.ts';

const RUNS = 50;
const WARM_UP = 4;

/**
 * The native host as it is installed: from its start to its answer, which is what every native message costs. The peer
 * is a Node program that does nothing but send the same answer.
 */
export async function host(): Promise<Figure[]> {
  const { xml } = await issueKeystore({ credentials: [{ abn: '27809366375', name: 'USIMachine' }] });
  const home = makeHome({ host: false });
  const keystore = join(home.path, 'keystore.xml');
  writeFileSync(keystore, xml);
  const installed: Program = { command: install(home), args: allowedOrigins(), home: home.path };
  try {
    return [
      await compare('host/hello', frameOf({ action: 'hello' }), installed),
      await compare('host/read', frameOf({ action: 'read', path: keystore }), installed),
    ];
  } finally {
    home.remove();
  }
}

async function compare(figure: string, request: Buffer, installed: Program): Promise<Figure> {
  const { answer } = await roundTrip(installed, request);
  if (!answer.includes('"ok":true')) throw new Error(`the host refused: ${answer}`);
  const answerFile = join(installed.home, 'answer.frame');
  writeFileSync(answerFile, answer);
  const least: Program = {
    command: process.execPath,
    args: [join(ROOT, 'bench/peers/answering-host.cjs'), answerFile],
    home: installed.home,
  };
  const pairs = await interleave(RUNS, WARM_UP, {
    ours: async () => (await roundTrip(installed, request)).ms,
    peer: async () => (await roundTrip(least, request)).ms,
  });
  return timesFigure(figure, 'a Node program that only answers', pairs);
}

/** Installs the host for a person of its own; gives the program that the browser would start. */
function install({ path }: Home): string {
  const args = [dist('host', 'usi-companion-host.cjs'), 'install', '--manifest-dir', path];
  const { status, stderr } = spawnSync(process.execPath, args, { env: { HOME: path }, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the host's install failed: ${stderr}`);
  return JSON.parse(readFileSync(join(path, `${HOST_NAME}.json`), 'utf8')).path;
}
