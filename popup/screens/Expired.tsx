import type { Status } from '../../src/messages/index.ts';
import { formatDay, useWords } from '../../src/ui/index.ts';
import { Obstacle } from './Obstacle.tsx';

interface Props {
  readonly status: Extract<Status, { state: 'expired' }>;
  readonly onCheckAgain: () => Promise<void>;
}

/** The credential's two years are over. */
export function Expired({ status, onCheckAgain }: Props) {
  const words = useWords();
  const { name, validTo } = status.credential;
  return (
    <Obstacle
      title={words('expiredTitle')}
      onCheckAgain={onCheckAgain}
      optionsLabel={words('chooseAnotherCredential')}
    >
      <p class="strong">{words('expiredWhat', { name, day: formatDay(validTo) })}</p>
      <ol class="steps">
        <li>{words('expiredStepCreate', { name })}</li>
        <li>{words('expiredStepDownload')}</li>
        <li>{words('expiredStepRevoke')}</li>
      </ol>
      <p class="small quiet">{words('expiredWho')}</p>
    </Obstacle>
  );
}
