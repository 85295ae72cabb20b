import { Problem } from '../../problems/index.ts';

/** What a rule says of a text: the value in the form the Registry takes, or what is wrong with it. */
export type Checked<Value = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

export function accept<Value>(value: Value): Checked<Value> {
  return { ok: true, value };
}

export function refuse(...problem: ConstructorParameters<typeof Problem>): Checked<never> {
  return { ok: false, problem: new Problem(...problem) };
}
