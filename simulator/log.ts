/** The log: one entry for each request, with the reason of every refusal, and nothing of any body. */
import { appendFileSync } from 'node:fs';

/** One request as the simulator saw it. */
export interface LogEntry {
  /** Counts requests from 1, over the simulator's whole life. */
  n: number;
  /** By the simulator's clock, ISO 8601. */
  at: string;
  host: string;
  path: string;
  /** `RST`, a Registry operation, `WSDL`, or `unknown`. */
  operation: string;
  /** `scripted` when a fault rule replaced or damaged the answer. */
  outcome: 'ok' | 'fault' | 'http-error' | 'scripted';
  /** Code of the fault sent: `E2003`, `2002`, `InvalidSecurity`, …; null when none was. */
  fault: string | null;
  /** Why, in one hyphenated word; this never leaves the simulator otherwise. */
  cause: string | null;
  headers: Record<string, string>;
  /** How long the answer took. */
  ms: number;
}

/** Keeps entries in memory and, when a file is named, appends each to it as one line of JSON. */
export class Log {
  readonly entries: LogEntry[] = [];
  readonly #file: string | undefined;

  constructor(file: string | undefined) {
    this.#file = file;
  }

  add(entry: LogEntry): void {
    this.entries.push(entry);
    if (this.#file) appendFileSync(this.#file, `${JSON.stringify(entry)}\n`);
  }

  clear(): void {
    this.entries.length = 0;
  }
}
