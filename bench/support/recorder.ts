import type { SeenRequest } from '../../simulator/index.ts';

/** Keeps the last VerifyUSI that the simulator saw, to be sent again by a peer. */
export class Recorder {
  #last: string | undefined;

  readonly see = ({ operation, body }: SeenRequest): void => {
    if (operation === 'VerifyUSI') this.#last = body?.toString('utf8');
  };

  /** The message, byte by byte as it was sent. */
  get last(): string {
    if (this.#last === undefined) throw new Error('no VerifyUSI was seen');
    return this.#last;
  }
}

/** An answer that fits any question: it no longer says which message it relates to, which an answer need not. */
export function withoutRelation(answer: string): string {
  return answer.replace(/<(\w+:)?RelatesTo\b[^>]*>[^<]*<\/\1RelatesTo>/, '');
}
