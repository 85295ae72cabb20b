import { Icon, type IconName, useFocusOnMount } from '../../src/ui/index.ts';

/** How a look-up ended, as a colour; the icon and the words say the same. */
type Tone = 'verified' | 'differs' | 'deactivated' | 'not-found' | 'unchecked';

const ICONS: Readonly<Record<Tone, IconName>> = {
  verified: 'tick',
  differs: 'differs',
  deactivated: 'deactivated',
  'not-found': 'cross',
  unchecked: 'unknown',
};

interface Props {
  readonly tone: Tone;
  readonly headline: string;
  /** The second line: which field differs, or the Registry's own word. */
  readonly detail: string;
}

/** The verdict across the whole width: colour, icon and words. It takes the focus, so that it is read out. */
export function Band({ tone, headline, detail }: Props) {
  const heading = useFocusOnMount<HTMLHeadingElement>();
  return (
    <div class={`band ${tone}`} role={tone === 'unchecked' ? 'alert' : 'status'}>
      <Icon name={ICONS[tone]} size={2} />
      <h1 ref={heading} tabIndex={-1}>
        <span class="headline">{headline}</span>
        <span class="unseen">: </span>
        <span class="detail">{detail}</span>
      </h1>
    </div>
  );
}
