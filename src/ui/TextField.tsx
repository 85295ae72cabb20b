import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** What is wrong with the value; read out with the field. */
  readonly error?: ComponentChildren;
  /** Help below the field; an error takes its place. */
  readonly hint?: ComponentChildren;
  /** A short remark at the right of the label. */
  readonly aside?: ComponentChildren;
  /** What stands inside the field at its end. */
  readonly end?: ComponentChildren;
  /** Further classes of the input. */
  readonly look?: string;
  /** Shows dots instead of characters, as a password field. */
  readonly concealed?: boolean;
  readonly readOnly?: boolean;
  readonly inputMode?: 'text' | 'numeric';
  readonly onPaste?: (event: ClipboardEvent) => void;
  readonly onKeyEvent?: (event: KeyboardEvent) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** Keeps the browser's and password managers' memories away from students and passwords. */
const NOT_REMEMBERED = {
  autocomplete: 'off',
  autocapitalize: 'off',
  autocorrect: 'off',
  spellcheck: false,
  'data-1p-ignore': 'true',
  'data-bwignore': 'true',
  'data-lpignore': 'true',
  'data-form-type': 'other',
} as const;

const TEXT = { type: 'text' } as const;
const PASSWORD = { type: 'password' } as const;

/** A labelled text field; hint and error are tied to it, so that a screen reader says them with the field. */
export function TextField(props: Props) {
  const id = useId();
  const note = props.error ?? props.hint;
  return (
    <div class="field">
      <div class="field-label">
        <label for={id}>{props.label}</label>
        {props.aside && <span class="aside">{props.aside}</span>}
      </div>
      <div class={props.end ? 'input-line with-end' : 'input-line'}>
        <input
          {...NOT_REMEMBERED}
          {...(props.concealed ? PASSWORD : TEXT)}
          id={id}
          class={props.look ? `input ${props.look}` : 'input'}
          inputMode={props.inputMode}
          value={props.value}
          readOnly={props.readOnly}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onPaste={props.onPaste}
          onKeyDown={props.onKeyEvent}
          onKeyUp={props.onKeyEvent}
          ref={props.inputRef ?? null}
        />
        {props.end && <span class="end">{props.end}</span>}
      </div>
      {note && (
        <p id={`${id}-note`} class={props.error ? 'error' : 'hint'}>
          {note}
        </p>
      )}
    </div>
  );
}
