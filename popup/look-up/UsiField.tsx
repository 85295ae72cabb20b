import { useEffect } from 'preact/hooks';
import {
  Icon,
  problemWords,
  TextField,
  useAnnounce,
  usePage,
  useWords,
  type Words,
} from '../../src/ui/index.ts';
import type { FieldProps } from './field-props.ts';
import { USI_LENGTH, type UsiProgress, usiProgress } from './usi-progress.ts';

/** The USI, large, judged at every key: how many characters, which is wrong, and whether the check character fits. */
export function UsiField({ value, onInput, onPaste, problem, inputRef }: FieldProps) {
  const page = usePage();
  const words = useWords();
  const progress = usiProgress(value);
  const shown = progress.state === 'wrong' ? progress.problem : problem;
  const error = shown && problemWords(page.message, shown);

  // While typing only a change of judgement is read out, not every character.
  const announce = useAnnounce();
  const heard = progress.state === 'fits' ? words('usiFits') : (error?.what ?? '');
  useEffect(() => announce(heard), [announce, heard]);

  return (
    <TextField
      label={words('fieldUsi')}
      value={value}
      onInput={onInput}
      onPaste={onPaste}
      inputRef={inputRef}
      look="code usi"
      aside={asideOf(words, progress)}
      end={progress.state === 'fits' && <Icon name="tick" size={1.25} class="fits" />}
      error={error && `${error.what} ${error.next}`}
    />
  );
}

function asideOf(words: Words, progress: UsiProgress): string {
  if (progress.state === 'fits') return words('usiFits');
  return progress.length === 0
    ? words('usiLength', { of: USI_LENGTH })
    : words('usiProgress', { length: progress.length, of: USI_LENGTH });
}
