import type { ComponentChildren } from 'preact';

interface Props {
  readonly name: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly disabled?: boolean;
  readonly label: ComponentChildren;
  readonly note?: ComponentChildren;
}

/** One of several: choosing it saves it. */
export function Choice({ name, checked, onChoose, disabled, label, note }: Props) {
  return (
    <label class="choice">
      <input
        type="radio"
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={onChoose}
        autocomplete="off"
      />
      <span>
        {label}
        {note && <span class="note small quiet">{note}</span>}
      </span>
    </label>
  );
}
