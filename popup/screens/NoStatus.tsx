import type { ProblemValue } from '../../src/problems/index.ts';
import { ProblemNote, useWords } from '../../src/ui/index.ts';
import { Obstacle } from './Obstacle.tsx';

interface Props {
  readonly problem: ProblemValue;
  readonly onRetry: () => Promise<void>;
}

/** The background did not say what state it is in. */
export function NoStatus({ problem, onRetry }: Props) {
  const words = useWords();
  return (
    <Obstacle title={words('noStatusTitle')} onCheckAgain={onRetry}>
      <ProblemNote problem={problem} />
    </Obstacle>
  );
}
