import type { EnvironmentName, Settings } from '../../src/messages/index.ts';
import { useTask, useWords, type WordKey } from '../../src/ui/index.ts';
import { Choice } from './Choice.tsx';
import { Outcome } from './Outcome.tsx';
import { Section } from './Section.tsx';

const ENVIRONMENTS: Readonly<Record<EnvironmentName, { label: WordKey; note: WordKey }>> = {
  production: { label: 'environmentProduction', note: 'environmentProductionNote' },
  thirdParty: { label: 'environmentTest', note: 'environmentTestNote' },
};

interface Props {
  readonly settings: Settings;
  readonly save: (change: Partial<Settings>) => Promise<void>;
}

/** Real students, or the Registry's and the ATO's test environments. */
export function Environment({ settings, save }: Props) {
  const words = useWords();
  const task = useTask();
  const names = Object.keys(ENVIRONMENTS) as EnvironmentName[];
  return (
    <Section title={words('sectionEnvironment')}>
      <fieldset class="choices">
        <legend class="unseen">{words('sectionEnvironment')}</legend>
        {names.map((name) => (
          <Choice
            key={name}
            name="environment"
            checked={settings.environment === name}
            onChoose={() => void task.run(() => save({ environment: name }))}
            label={words(ENVIRONMENTS[name].label)}
            note={words(ENVIRONMENTS[name].note)}
          />
        ))}
      </fieldset>
      <Outcome task={task} />
    </Section>
  );
}
