import { problemWords, TextField, usePage, useWords } from '../../src/ui/index.ts';
import { checkDateOfBirth } from '../../src/usi/rules/index.ts';
import { formatDateOfBirth } from '../student-words.ts';
import type { FieldProps } from './field-props.ts';

/** The date of birth in any form people paste, said back with the month as a word. */
export function DateOfBirthField({ value, onInput, onPaste, problem, inputRef }: FieldProps) {
  const page = usePage();
  const words = useWords();
  const check = checkDateOfBirth(value, Date.now());
  const error = problem && problemWords(page.message, problem);
  return (
    <TextField
      label={words('fieldDateOfBirth')}
      value={value}
      onInput={onInput}
      onPaste={onPaste}
      inputRef={inputRef}
      aside={check.ok ? undefined : words('dateForm')}
      end={check.ok && <span class="echo">{formatDateOfBirth(check.value)}</span>}
      error={error && `${error.what} ${error.next}`}
    />
  );
}
