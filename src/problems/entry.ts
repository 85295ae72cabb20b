/** What is known of one problem code. `{name}` in a sentence stands for the param of that name. */
export interface ProblemEntry {
  /** What happened, in the reader's words. */
  readonly what: string;
  /** What to do next. */
  readonly next: string;
  /** Who notices it: the room or service that says so. */
  readonly from: 'browser' | 'host' | 'keystore' | 'session' | 'form' | 'sts' | 'registry' | 'services';
  /** Whether sending the same thing again, unchanged, may help. */
  readonly retry: boolean;
  /** The host's append-only number and exit status, 10–99, for the codes that the host can meet. */
  readonly exit?: number;
}

/** A group of the list; keeps the literal keys, checks the entries. */
export function group<const Code extends string>(
  entries: Record<Code, ProblemEntry>,
): Record<Code, ProblemEntry> {
  return entries;
}
