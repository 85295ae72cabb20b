import type { Status } from '../../src/messages/index.ts';
import { ProblemNote, problemWords, usePage, useWords } from '../../src/ui/index.ts';
import { Obstacle } from './Obstacle.tsx';

interface Props {
  readonly status: Extract<Status, { state: 'needs-keystore' }>;
  readonly onCheckAgain: () => Promise<void>;
}

/** The host is there, but no keystore that can be used. */
export function NeedsKeystore({ status, onCheckAgain }: Props) {
  const { message } = usePage();
  const words = useWords();
  const { problem, path } = status;
  const isPathSaid = path === null || problemWords(message, problem).what.includes(path);
  return (
    <Obstacle
      title={words('needsKeystoreTitle')}
      onCheckAgain={onCheckAgain}
      moreHelp={words('needsKeystoreMoreHelp')}
      optionsLabel={words('chooseAnotherPlace')}
      firstRun
    >
      <p>{words('needsKeystoreWhy')}</p>
      <ProblemNote problem={problem} />
      {!isPathSaid && (
        <p class="small quiet">
          {words('keystorePlace')} <code class="path">{path}</code>
        </p>
      )}
    </Obstacle>
  );
}
