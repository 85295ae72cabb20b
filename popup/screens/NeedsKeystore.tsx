import type { Status } from '../../src/messages/index.ts';
import { ProblemNote, useWords } from '../../src/ui/index.ts';
import { Obstacle } from './Obstacle.tsx';

interface Props {
  readonly status: Extract<Status, { state: 'needs-keystore' }>;
  readonly onCheckAgain: () => Promise<void>;
}

/** The host is there, but no keystore that can be used. */
export function NeedsKeystore({ status, onCheckAgain }: Props) {
  const words = useWords();
  return (
    <Obstacle
      title={words('needsKeystoreTitle')}
      onCheckAgain={onCheckAgain}
      moreHelp={words('needsKeystoreMoreHelp')}
      optionsLabel={words('chooseAnotherPlace')}
      firstRun
    >
      <p>{words('needsKeystoreWhy')}</p>
      <ProblemNote problem={status.problem} />
      {status.path && (
        <p class="small quiet">
          {words('keystorePlace')} <code class="path">{status.path}</code>
        </p>
      )}
    </Obstacle>
  );
}
