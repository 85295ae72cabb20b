/**
 * Scripted trouble: rules from a file or a test decide what goes wrong with which request.
 *
 *   rules.ts    what a rule may say
 *   named.ts    faults by name
 *   bodies.ts   damaged answers by name
 */
import { readFileSync } from 'node:fs';
import { BadFaultRules, checkRules, type FaultAction, type FaultMatch, type FaultRule } from './rules.ts';

export { BadFaultRules, type FaultAction, type FaultRule } from './rules.ts';

/** Reads a file of rules. Throws {@link BadFaultRules} when it is not JSON or not rules. */
export function readFaultFile(path: string): FaultRule[] {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new BadFaultRules(`${path} cannot be read as JSON`, { cause: error });
  }
  try {
    return checkRules(value);
  } catch (error) {
    throw error instanceof BadFaultRules ? new BadFaultRules(`${path}: ${error.message}`) : error;
  }
}

/** Counts requests and hands out what is to be done with each. The first rule that matches acts alone. */
export class FaultScript {
  #rules: FaultRule[] = [];
  #uses: number[] = [];
  readonly #counts = new Map<string, number>();

  /** Replaces all rules and starts counting again. */
  set(rules: unknown): void {
    this.#rules = checkRules(rules);
    this.#uses = this.#rules.map(() => 0);
    this.#counts.clear();
  }

  /** To be called exactly once for each request. */
  next(operation: string): FaultAction {
    const count = (key: string) => {
      const value = (this.#counts.get(key) ?? 0) + 1;
      this.#counts.set(key, value);
      return value;
    };
    const overall = count('*');
    const own = count(operation);
    const index = this.#rules.findIndex(
      ({ match = {} }, at) =>
        (this.#uses[at] ?? 0) < (match.times ?? Number.POSITIVE_INFINITY) &&
        fits(match, operation, own, overall),
    );
    const rule = this.#rules[index];
    if (!rule) return {};
    this.#uses[index] = (this.#uses[index] ?? 0) + 1;
    return rule.do;
  }
}

function fits(
  { operation = '*', request }: FaultMatch,
  actual: string,
  own: number,
  overall: number,
): boolean {
  if (operation !== '*' && operation !== actual) return false;
  if (request === undefined) return true;
  const [from, to] = typeof request === 'number' ? [request, request] : request;
  const count = operation === '*' ? overall : own;
  return from <= count && count <= to;
}
