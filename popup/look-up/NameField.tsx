import type { Ref } from 'preact';
import type { ProblemValue } from '../../src/problems/index.ts';
import { problemWords, TextField, usePage, useWords, type WordKey } from '../../src/ui/index.ts';

interface Props {
  readonly label: WordKey;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly problem: ProblemValue | undefined;
  readonly inputRef: Ref<HTMLInputElement>;
}

/** A name, exactly as it stands on the USI account. */
export function NameField({ label, value, onInput, onPaste, problem, inputRef }: Props) {
  const page = usePage();
  const words = useWords();
  return (
    <TextField
      label={words(label)}
      value={value}
      onInput={onInput}
      onPaste={onPaste}
      inputRef={inputRef}
      error={problem && problemWords(page.message, problem).what}
    />
  );
}
