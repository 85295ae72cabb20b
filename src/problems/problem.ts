import type { ProblemCode } from './codes.ts';
import { mayRetry } from './retry.ts';

/** Values for the words of a problem; strings, so that the services' own words stay verbatim. */
export type ProblemParams = Readonly<Record<string, string>>;

/** The longest param. Services' words come from outside, up to the largest answer, and are shown and kept. */
const LONGEST_PARAM_CHARACTERS = 4_000;

/** A problem as it crosses a message boundary: data only. */
export interface ProblemValue {
  readonly code: ProblemCode;
  readonly params: ProblemParams;
}

/**
 * Every failure this project can name. Thrown inside the core, a value across messages (`toValue`).
 * It carries no sentence for people: pages turn the code and its params into words.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly params: ProblemParams;

  constructor(code: ProblemCode, params: ProblemParams = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.code = code;
    this.params = Object.fromEntries(Object.entries(params).map(([name, text]) => [name, shortened(text)]));
  }

  /** Whether the same request may succeed if it is simply sent again. */
  get retry(): boolean {
    return mayRetry(this.code);
  }

  toValue(): ProblemValue {
    return { code: this.code, params: this.params };
  }

  /** Any thrown thing as a problem; what is not one of ours becomes INTERNAL, without its text, which may hold data. */
  static from(thrown: unknown): Problem {
    if (thrown instanceof Problem) return thrown;
    const kind = thrown instanceof Error ? thrown.name : typeof thrown;
    return new Problem('INTERNAL', { kind }, thrown);
  }
}

function shortened(text: string): string {
  return text.length > LONGEST_PARAM_CHARACTERS ? `${text.slice(0, LONGEST_PARAM_CHARACTERS)}…` : text;
}
