import type { Settings, StsProfile } from '../../src/messages/index.ts';
import { useTask, useWords, type WordKey } from '../../src/ui/index.ts';
import { Choice } from './Choice.tsx';
import { Outcome } from './Outcome.tsx';
import { Section } from './Section.tsx';

const PROFILES: Readonly<Record<StsProfile, { label: WordKey; note: WordKey }>> = {
  'v1.3': { label: 'profileCurrent', note: 'profileCurrentNote' },
  'v1.2': { label: 'profileOld', note: 'profileOldNote' },
};

interface Props {
  readonly settings: Settings;
  readonly save: (change: Partial<Settings>) => Promise<void>;
}

/** What hardly anybody needs to change. */
export function Advanced({ settings, save }: Props) {
  const words = useWords();
  const task = useTask();
  const profiles = Object.keys(PROFILES) as StsProfile[];
  return (
    <Section title={words('sectionAdvanced')}>
      <details>
        <summary>{words('profileTitle')}</summary>
        <fieldset class="choices">
          <legend class="unseen">{words('profileTitle')}</legend>
          {profiles.map((profile) => (
            <Choice
              key={profile}
              name="profile"
              checked={settings.stsProfile === profile}
              onChoose={() => void task.run(() => save({ stsProfile: profile }))}
              label={words(PROFILES[profile].label)}
              note={words(PROFILES[profile].note)}
            />
          ))}
        </fieldset>
      </details>
      <Outcome task={task} />
    </Section>
  );
}
