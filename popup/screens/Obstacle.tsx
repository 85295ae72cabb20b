import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Button, NotAffiliated, useFocusOnMount, useTask, useWords } from '../../src/ui/index.ts';
import { useOpenOptions } from '../use-open-options.ts';

/** From this many vain checks on, the screen says what else may help. */
const CHECKS_BEFORE_MORE_HELP = 2;

interface Props {
  readonly title: string;
  /** What is in the way and what to do about it. */
  readonly children: ComponentChildren;
  readonly onCheckAgain: () => Promise<void>;
  /** What else to try when checking again did not help. */
  readonly moreHelp?: string;
  /** Words of the button that opens the options. */
  readonly optionsLabel?: string;
  /** Screens of the first run say whose product this is not. */
  readonly firstRun?: boolean;
}

/** Something is in the way that is mended outside the popup: say what, and check again on Enter. */
export function Obstacle({ title, children, onCheckAgain, moreHelp, optionsLabel, firstRun }: Props) {
  const openOptions = useOpenOptions();
  const words = useWords();
  const { run, busy } = useTask();
  const [vainChecks, setVainChecks] = useState(0);
  const bodyId = useId();
  const checkButton = useFocusOnMount<HTMLButtonElement>();

  const check = () =>
    run(async () => {
      await onCheckAgain();
      setVainChecks((count) => count + 1);
    });

  return (
    <section class="obstacle">
      <h1>{title}</h1>
      <div id={bodyId} class="stack">
        {children}
      </div>
      <div role="status">
        {vainChecks > 0 && !busy && <p class="small quiet">{words('stillInTheWay')}</p>}
        {moreHelp && vainChecks >= CHECKS_BEFORE_MORE_HELP && <p class="more-help small">{moreHelp}</p>}
      </div>
      <div class="actions">
        <Button primary busy={busy} onClick={() => void check()} describedBy={bodyId} buttonRef={checkButton}>
          {words(busy ? 'checkingAgain' : 'checkAgain')}
        </Button>
        <Button onClick={openOptions}>{optionsLabel ?? words('openOptions')}</Button>
      </div>
      {firstRun && <NotAffiliated />}
    </section>
  );
}
