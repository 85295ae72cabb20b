import type { Status } from '../../src/messages/index.ts';
import { formatDayAndTime, useWords } from '../../src/ui/index.ts';
import { Obstacle } from './Obstacle.tsx';

interface Props {
  readonly status: Extract<Status, { state: 'not-yet-valid' }>;
  readonly onCheckAgain: () => Promise<void>;
}

/** A new credential is valid at once, so the computer's clock is the first suspect: show both times. */
export function NotYetValid({ status, onCheckAgain }: Props) {
  const words = useWords();
  return (
    <Obstacle title={words('notYetValidTitle')} onCheckAgain={onCheckAgain}>
      <dl class="facts">
        <dt>{words('validFrom')}</dt>
        <dd>{formatDayAndTime(status.credential.validFrom)}</dd>
        <dt>{words('thisComputer')}</dt>
        <dd>{formatDayAndTime(Date.now())}</dd>
      </dl>
      <p>{words('notYetValidNext')}</p>
    </Obstacle>
  );
}
