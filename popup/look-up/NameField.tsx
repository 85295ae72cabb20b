import { problemWords, TextField, usePage, useWords, type WordKey } from '../../src/ui/index.ts';
import type { FieldProps } from './field-props.ts';

interface Props extends FieldProps {
  readonly label: WordKey;
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
