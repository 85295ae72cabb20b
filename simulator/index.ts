/**
 * The simulator: an STS, a USI Registry and a credential issuer on loopback. It is the project's second opinion and so
 * imports nothing of the extension's own protocol code.
 *
 *   issuer/     machine credentials and keystore files
 *   sts/        the Security Token Service
 *   registry/   the USI Registry, v5
 *   soap/       what both services share: messages, security headers, signatures, faults
 *   faults/     scripted trouble
 *   answer.ts   from a request to an answer
 *   exchange.ts fault rules and the log around it
 *   server.ts   HTTP and TLS around that
 *   contract.ts how a simulator is started and used
 *   main.ts     the command line
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PATHS } from './addresses.ts';
import type { Settings } from './context.ts';
import type { Simulator, SimulatorOptions } from './contract.ts';
import { FaultScript } from './faults/index.ts';
import { createAuthority, issueKeystore, type KeystoreSpec } from './issuer/index.ts';
import { Log } from './log.ts';
import { createRegister } from './registry/students/register.ts';
import { listen } from './server.ts';
import { createTlsIdentity } from './tls.ts';
import { createWorld } from './world.ts';

/** @public */
export type { SeenRequest, Simulator, SimulatorOptions } from './contract.ts';
/** @public The tests' and the demo's way in. */
export { BadFaultRules, type FaultRule, readFaultFile } from './faults/index.ts';
/** @public */
export {
  type CredentialSpec,
  type IssuedCredential,
  type IssuedKeystore,
  issueKeystore,
  type KeyEncryption,
  type KeystoreSpec,
} from './issuer/index.ts';
/** @public */
export type { LogEntry } from './log.ts';
/** @public */
export type { Student } from './registry/students/student.ts';

/** The organisation that calls for itself in the Registry's developer kit (protocol facts, i). */
const DEMO = {
  orgCode: 'VA1803',
  credential: { abn: '27809366375', name: 'USIMachine', legalName: 'Test College of Examples Pty Ltd' },
};

const DEFAULT_SETTINGS: Settings = {
  tokenLifeSeconds: 30 * 60,
  declarations: 'declared',
  bareInvalid: false,
};

/** Starts a simulator; about half a second, most of it key generation. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  let offsetSeconds = options.clockOffsetSeconds ?? 0;
  const computerClock = options.now ?? Date.now;
  const now = () => computerClock() + offsetSeconds * 1000;
  const script = new FaultScript();
  script.set(options.faults ?? []);
  const authority = createAuthority(new Date(now()));
  const issue = (spec: Omit<KeystoreSpec, 'authority'>) =>
    issueKeystore({ now: new Date(now()), ...spec, authority });
  const [world, tls, keystore] = await Promise.all([
    createWorld(authority, new Date(now())),
    createTlsIdentity(),
    issue(options.keystore ?? { credentials: [DEMO.credential] }),
  ]);
  const students = createRegister();
  const log = new Log(options.logFile);
  let origin = '';
  const services = {
    world,
    students,
    script,
    log,
    now,
    onRequest: options.onRequest,
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
  };
  const server = await listen(
    () => ({ ...services, origin }),
    options.http ? undefined : tls,
    options.port ?? 0,
  );
  origin = `${options.http ? 'http' : 'https'}://127.0.0.1:${server.port}`;

  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'usi-simulator-'));
  const caPath = join(folder, 'ca.pem');
  const keystorePath = join(folder, 'keystore.xml');
  writeFileSync(caPath, tls.caPem);
  writeFileSync(keystorePath, keystore.xml, { mode: 0o600 });

  return {
    port: server.port,
    origin,
    sts: origin + PATHS.stsV13,
    usi: origin + PATHS.registry,
    caPath,
    caPem: tls.caPem,
    tlsSpkiSha256: tls.spkiSha256,
    keystorePath,
    keystore,
    password: keystore.password,
    orgCode: DEMO.orgCode,
    students,
    world,
    log: log.entries,
    clearLog: () => log.clear(),
    setFaults: (rules) => script.set(rules),
    setClockOffset: (seconds) => {
      offsetSeconds = seconds;
    },
    issueKeystore: issue,
    close: async () => {
      await server.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
