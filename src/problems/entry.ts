/** What is known of one problem code. `{name}` in a sentence stands for the param of that name. */
export interface ProblemEntry {
  /** What happened, in the reader's words. */
  readonly what: string;
  /** What to do next. */
  readonly next: string;
  /** Who notices it: the room or service that says so. */
  readonly from: 'browser' | 'host' | 'keystore' | 'session' | 'form' | 'sts' | 'registry' | 'services';
  /** The host's append-only number and exit status, 10–99, for the codes that the host can meet. */
  readonly exit?: number;
}
