import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  readonly name: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly disabled?: boolean;
  readonly label: string;
  readonly note?: ComponentChildren;
}

/** One of several: choosing it saves it. */
export function Choice({ name, checked, onChoose, disabled, label, note }: Props) {
  const id = useId();
  return (
    <div class="choice">
      <input
        id={id}
        type="radio"
        name={name}
        checked={checked}
        disabled={disabled}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={onChoose}
        autocomplete="off"
      />
      <div>
        <label for={id}>{label}</label>
        {note && (
          <div id={`${id}-note`} class="small quiet">
            {note}
          </div>
        )}
      </div>
    </div>
  );
}
