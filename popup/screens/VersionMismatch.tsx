import type { Status } from '../../src/messages/index.ts';
import { ProblemNote, useWords } from '../../src/ui/index.ts';
import { Obstacle } from './Obstacle.tsx';

interface Props {
  readonly status: Extract<Status, { state: 'version-mismatch' }>;
  readonly onCheckAgain: () => Promise<void>;
}

/** Host and extension do not understand each other; the problem says which of them is too old. */
export function VersionMismatch({ status, onCheckAgain }: Props) {
  const words = useWords();
  const hostIsOld = status.problem.code === 'HOST_TOO_OLD';
  return (
    <Obstacle
      title={words(hostIsOld ? 'hostTooOldTitle' : 'extensionTooOldTitle')}
      onCheckAgain={onCheckAgain}
      moreHelp={words('versionMoreHelp')}
      firstRun
    >
      <ProblemNote problem={status.problem} />
    </Obstacle>
  );
}
