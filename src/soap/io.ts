/** What the core needs from the world around it; parameters, so that it runs anywhere and tests can stand in. */
export interface Io {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970, already corrected by what was learned of the services' clocks (clock.ts). */
  now(): number;
  /** That many bytes from a cryptographic random source. */
  random(length: number): Uint8Array;
  /**
   * Told of the HTTP Date header of every answer, with the computer's part of the story in the terms of `now()`,
   * so that the owner can learn the clock offset (`learnOffset`).
   */
  onDate?(sample: DateSample): void;
}

/** One reading of a service's clock. */
export interface DateSample {
  /** The Date header, RFC 9110 section 6.6.1; whole seconds. */
  readonly date: string;
  /** `now()` when the request was sent and when the answer's head had come, milliseconds. */
  readonly sentAt: number;
  readonly receivedAt: number;
}
