import { Problem } from '../../problems/index.ts';

/** What a rule says of a text: the value in the form the Registry takes, or what is wrong with it. */
export type Checked<Value = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

/** The value in the form the Registry takes. */
export function accept<Value>(value: Value): Checked<Value> {
  return { ok: true, value };
}

/** What is wrong: the code of a problem and its params. */
export function refuse(...problem: ConstructorParameters<typeof Problem>): Checked<never> {
  return { ok: false, problem: new Problem(...problem) };
}
