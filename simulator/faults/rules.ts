/** Fault rules: their shape, and the check that a file really has that shape. README.md describes them for users. */

import { OPERATION_NAMES } from '../registry/schema/wsdl.ts';
import { BODIES } from './bodies.ts';
import { isFaultName } from './named.ts';

/** Which requests a rule is for. */
export interface FaultMatch {
  /** `RST`, a Registry operation, `WSDL`; `*` or nothing for all. */
  operation?: string;
  /** Counted from 1 since the rules were set: the operation's requests when one is named, otherwise all requests. */
  request?: number | [from: number, to: number];
  /** How often the rule may act; without limit when left out. */
  times?: number;
}

/** What happens to a matching request. */
export interface FaultAction {
  delayMs?: number;
  /** Closes the connection without an answer. */
  drop?: true;
  /** Answers with this HTTP status instead, with `body`, `contentType` and `headers` as given. */
  status?: number;
  contentType?: string;
  headers?: Record<string, string>;
  /** Answers with this fault instead. */
  fault?: string;
  /** With `status`: the text to send. Without: the name of a damage done to the real answer. */
  body?: string;
  /** Sets the service's clock for this request. */
  clockOffsetSeconds?: number;
  bareInvalid?: boolean;
  tokenLifeSeconds?: number;
  declarations?: 'declared' | 'inherited';
}

export interface FaultRule {
  /** All requests when left out. */
  match?: FaultMatch;
  do: FaultAction;
}

/** Thrown for a file of rules that cannot be understood; the message says where and why. */
export class BadFaultRules extends Error {}

type Check = (value: unknown) => string | undefined;

const wholeNumber =
  (least: number): Check =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least
      ? undefined
      : `must be a whole number of at least ${least}`;
const text: Check = (value) => (typeof value === 'string' ? undefined : 'must be a text');
const isTrue: Check = (value) => (value === true ? undefined : 'must be true');
const oneOf =
  (...choices: unknown[]): Check =>
  (value) =>
    choices.includes(value) ? undefined : `must be one of ${choices.join(', ')}`;

const MATCH_CHECKS: Record<keyof FaultMatch, Check> = {
  operation: oneOf('*', 'RST', 'WSDL', 'unknown', ...OPERATION_NAMES),
  request: (value) => {
    const numbers = Array.isArray(value) ? value : [value, value];
    const [from, to] = numbers;
    return numbers.length === 2 && Number.isInteger(from) && Number.isInteger(to) && 1 <= from && from <= to
      ? undefined
      : 'must be a number from 1, or [from, to]';
  },
  times: wholeNumber(1),
};

const ACTION_CHECKS: Record<keyof FaultAction, Check> = {
  delayMs: wholeNumber(0),
  drop: isTrue,
  status: (value) =>
    Number.isInteger(value) && 200 <= (value as number) && (value as number) <= 599
      ? undefined
      : 'must be an HTTP status from 200 to 599',
  contentType: text,
  headers: (value) =>
    isObject(value) && Object.values(value).every((one) => typeof one === 'string')
      ? undefined
      : 'must be an object of texts',
  fault: (value) =>
    typeof value === 'string' && isFaultName(value) ? undefined : `is not a fault: ${String(value)}`,
  body: text,
  clockOffsetSeconds: (value) => (Number.isFinite(value) ? undefined : 'must be a number of seconds'),
  bareInvalid: oneOf(true, false),
  tokenLifeSeconds: wholeNumber(1),
  declarations: oneOf('declared', 'inherited'),
};

/** Checks a parsed file of rules. Throws {@link BadFaultRules} with the place of the first mistake. */
export function checkRules(value: unknown): FaultRule[] {
  if (!Array.isArray(value)) throw new BadFaultRules('the rules must be an array');
  return value.map((rule: unknown, index) => {
    const place = `rule ${index + 1}`;
    if (!isObject(rule)) throw new BadFaultRules(`${place} must be an object`);
    checkMembers(rule, { match: () => undefined, do: () => undefined }, place);
    const { match = {}, do: action } = rule;
    checkMembers(match, MATCH_CHECKS, `${place}: match`);
    checkMembers(action, ACTION_CHECKS, `${place}: do`);
    checkCombination(action as FaultAction, `${place}: do`);
    return { match: match as FaultMatch, do: action as FaultAction };
  });
}

function checkMembers(value: unknown, checks: Record<string, Check>, place: string): void {
  if (!isObject(value)) throw new BadFaultRules(`${place} must be an object`);
  for (const [name, member] of Object.entries(value)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (!check) throw new BadFaultRules(`${place}.${name} is not known`);
    const complaint = check(member);
    if (complaint) throw new BadFaultRules(`${place}.${name} ${complaint}`);
  }
}

function checkCombination({ drop, status, fault, body }: FaultAction, place: string): void {
  const answers = [drop, status, fault].filter((one) => one !== undefined).length;
  if (answers > 1) throw new BadFaultRules(`${place} can have only one of drop, status and fault`);
  if (body !== undefined && status === undefined) {
    if (answers > 0) throw new BadFaultRules(`${place}.body needs an answer to damage`);
    if (!Object.hasOwn(BODIES, body)) {
      throw new BadFaultRules(`${place}.body must be one of ${Object.keys(BODIES).join(', ')}`);
    }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
