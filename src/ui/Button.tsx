import type { ComponentChildren, Ref } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

interface Props {
  readonly onClick: () => void;
  readonly children: ComponentChildren;
  readonly primary?: boolean;
  readonly icon?: IconName;
  /** True while the button's work goes on: it keeps the focus and does nothing. */
  readonly busy?: boolean;
  readonly describedBy?: string;
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

export function Button({ onClick, children, primary, icon, busy, describedBy, buttonRef }: Props) {
  return (
    <button
      type="button"
      class={primary ? 'button primary' : 'button'}
      aria-disabled={busy ? 'true' : undefined}
      aria-describedby={describedBy}
      onClick={busy ? undefined : onClick}
      ref={buttonRef ?? null}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  /** For a button that stays in. */
  readonly pressed?: boolean;
}

/** A button that shows an icon only; its name is read out and shown as a tooltip. */
export function IconButton({ icon, label, onClick, pressed }: IconButtonProps) {
  return (
    <button
      type="button"
      class="button bare"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
