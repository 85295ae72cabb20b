import type { Ref } from 'preact';
import type { ProblemValue } from '../../src/problems/index.ts';

/** What the form hands to each of its fields. */
export interface FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  /** What was wrong when a look-up was tried. */
  readonly problem: ProblemValue | undefined;
  readonly inputRef: Ref<HTMLInputElement>;
}
