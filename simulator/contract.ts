/** How a simulator is started, and what can be done with one that runs. */
import type { Settings } from './context.ts';
import type { FaultRule } from './faults/index.ts';
import type { IssuedKeystore, KeystoreSpec } from './issuer/index.ts';
import type { LogEntry } from './log.ts';
import type { Student } from './registry/students/student.ts';
import type { World } from './world.ts';

/** A request as its sender sent it. */
export interface SeenRequest {
  /** `RST` or a Registry operation. */
  operation: string;
  /** Undefined when it was too large to keep. */
  body: Buffer | undefined;
}

/** How to start. Everything may be left out. */
export interface SimulatorOptions {
  /** A free port when left out. */
  port?: number;
  /** Plain HTTP instead of HTTPS. */
  http?: boolean;
  /** Where the CA and the demo keystore go; a temporary folder, removed on close, when left out. */
  folder?: string;
  faults?: readonly FaultRule[];
  /** Milliseconds since 1970; the computer's clock when left out. */
  now?: () => number;
  clockOffsetSeconds?: number;
  logFile?: string;
  /** Sees every request as it arrived, body included; in this process only, and nothing of it is logged. */
  onRequest?: (request: SeenRequest) => void;
  settings?: Partial<Settings>;
  /** The demo keystore; one valid credential of VA1803 when left out. */
  keystore?: Omit<KeystoreSpec, 'authority' | 'now'>;
}

/** A running simulator. */
export interface Simulator {
  port: number;
  /** `https://127.0.0.1:PORT`. */
  origin: string;
  /** URL of STS v1.3. */
  sts: string;
  /** URL of the Registry, v5. */
  usi: string;
  caPath: string;
  caPem: string;
  /** Base64, for Chromium's `--ignore-certificate-errors-spki-list`. */
  tlsSpkiSha256: string;
  keystorePath: string;
  keystore: IssuedKeystore;
  password: string;
  orgCode: string;
  /** Every student in the register, by USI. */
  students: ReadonlyMap<string, Student>;
  /** The keys of both services, for tests that forge tokens. */
  world: World;
  /** Grows while requests come in. */
  log: LogEntry[];
  clearLog(): void;
  /** Replaces the fault rules and starts their counting again. Throws when a rule is malformed. */
  setFaults(rules: readonly FaultRule[]): void;
  setClockOffset(seconds: number): void;
  /** Issues more credentials that this simulator's STS trusts. */
  issueKeystore(spec: Omit<KeystoreSpec, 'authority'>): Promise<IssuedKeystore>;
  close(): Promise<void>;
}
