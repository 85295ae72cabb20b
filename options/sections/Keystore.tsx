import { useState } from 'preact/hooks';
import type { HostFindings, KeystorePlaceView, Settings } from '../../src/messages/index.ts';
import {
  Button,
  formatDayAndTime,
  Icon,
  ProblemNote,
  TextField,
  useTask,
  useWords,
} from '../../src/ui/index.ts';
import { Choice } from './Choice.tsx';
import { Outcome } from './Outcome.tsx';
import { Section } from './Section.tsx';

interface Props {
  readonly findings: HostFindings | null;
  readonly settings: Settings;
  readonly save: (change: Partial<Settings>) => Promise<void>;
}

/** Where the keystore is looked for, what was found there, and another place if need be. */
export function Keystore({ findings, settings, save }: Props) {
  const words = useWords();
  const task = useTask();
  const [other, setOther] = useState(settings.keystorePath !== null);
  const [path, setPath] = useState(settings.keystorePath ?? '');
  const keystore = findings?.keystore;
  const hostAnswers = findings !== null && 'version' in findings.host;

  const useDefault = () => {
    setOther(false);
    if (settings.keystorePath !== null) void task.run(() => save({ keystorePath: null }));
  };
  const saveOther = () => void task.run(() => save({ keystorePath: path.trim() }));

  return (
    <Section title={words('sectionKeystore')}>
      {keystore && !hostAnswers && <p class="quiet">{words('keystoreAfterHost')}</p>}
      {keystore &&
        hostAnswers &&
        ('problem' in keystore ? (
          <ProblemNote problem={keystore.problem} />
        ) : (
          <p class="good">
            <Icon name="tick" />
            <span>
              <code class="path">{keystore.path}</code>
              <span class="note small quiet">
                {words('keystoreChanged', { time: formatDayAndTime(keystore.modified) })}
              </span>
            </span>
          </p>
        ))}
      <fieldset class="choices">
        <legend>{words('keystoreWhere')}</legend>
        <Choice
          name="keystore"
          checked={!other}
          onChoose={useDefault}
          label={words('keystoreDefault')}
          note={findings && <Places places={findings.places} />}
        />
        <Choice
          name="keystore"
          checked={other}
          onChoose={() => setOther(true)}
          label={words('keystoreOther')}
        />
      </fieldset>
      {other && (
        <div class="with-button">
          <TextField
            label={words('keystorePath')}
            value={path}
            onInput={setPath}
            look="code"
            hint={words('keystorePathHint')}
            onKeyEvent={(event) => {
              if (event.type === 'keydown' && event.key === 'Enter') saveOther();
            }}
          />
          <Button onClick={saveOther} busy={task.busy}>
            {words('save')}
          </Button>
        </div>
      )}
      <Outcome task={task} />
    </Section>
  );
}

function Places({ places }: { readonly places: readonly KeystorePlaceView[] }) {
  const words = useWords();
  return (
    <>
      {places.map(({ path, found }) => (
        <span key={path} class="place">
          <code class="path">{path}</code> {words(found ? 'placeFound' : 'placeEmpty')}
        </span>
      ))}
    </>
  );
}
