import type { CredentialView, HostFindings, Settings } from '../../src/messages/index.ts';
import { credentialStateWords, formatAbn, useTask, useWords } from '../../src/ui/index.ts';
import { Choice } from './Choice.tsx';
import { Outcome } from './Outcome.tsx';
import { Section } from './Section.tsx';

interface Props {
  readonly findings: HostFindings | null;
  readonly settings: Settings;
  readonly save: (change: Partial<Settings>) => Promise<void>;
}

/** The credentials in the keystore, one of which acts. */
export function Credential({ findings, settings, save }: Props) {
  const words = useWords();
  const task = useTask();
  const keystore = findings?.keystore;
  const { credentials, inUse } =
    keystore && 'credentials' in keystore ? keystore : { credentials: [], inUse: null };
  return (
    <Section title={words('sectionCredential')}>
      {credentials.length === 0 ? (
        <p class="quiet">{words('noCredentials')}</p>
      ) : (
        <fieldset class="choices">
          <legend class="unseen">{words('sectionCredential')}</legend>
          {credentials.map((credential) => (
            <Choice
              key={`${credential.id} ${credential.validTo}`}
              name="credential"
              checked={credential.id === (settings.credentialId ?? inUse)}
              disabled={credential.state === 'not-a-machine-credential'}
              onChoose={() => void task.run(() => save({ credentialId: credential.id }))}
              label={credential.name}
              note={<Details credential={credential} />}
            />
          ))}
        </fieldset>
      )}
      <Outcome task={task} />
    </Section>
  );
}

function Details({ credential }: { readonly credential: CredentialView }) {
  const words = useWords();
  return (
    <>
      {credential.legalName}
      <span class="facts-line">
        <span class="nowrap">{words('abn', { abn: formatAbn(credential.abn) })}</span>
        <span class={credential.state === 'valid' ? 'nowrap' : 'bad'}>
          {credentialStateWords(words, credential)}
        </span>
      </span>
    </>
  );
}
