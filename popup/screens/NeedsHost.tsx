import type { Status } from '../../src/messages/index.ts';
import { ProblemNote, useWords } from '../../src/ui/index.ts';
import { Obstacle } from './Obstacle.tsx';

interface Props {
  readonly status: Extract<Status, { state: 'needs-host' }>;
  readonly onCheckAgain: () => Promise<void>;
}

/** The native host is not there, or does not talk. */
export function NeedsHost({ status, onCheckAgain }: Props) {
  const words = useWords();
  return (
    <Obstacle
      title={words('needsHostTitle')}
      onCheckAgain={onCheckAgain}
      moreHelp={words('needsHostMoreHelp')}
      firstRun
    >
      <p>{words('needsHostWhy')}</p>
      <ProblemNote problem={status.problem} />
    </Obstacle>
  );
}
