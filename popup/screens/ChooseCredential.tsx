import type { CredentialView, Status } from '../../src/messages/index.ts';
import {
  credentialStateWords,
  formatAbn,
  NotAffiliated,
  ProblemNote,
  useFocusOnMount,
  usePage,
  useTask,
  useWords,
} from '../../src/ui/index.ts';

interface Props {
  readonly status: Extract<Status, { state: 'choose-credential' }>;
  readonly onChosen: () => Promise<void>;
}

/** The keystore holds several credentials: one press chooses. */
export function ChooseCredential({ status, onChosen }: Props) {
  const page = usePage();
  const words = useWords();
  const { run, problem } = useTask();
  const first = useFocusOnMount<HTMLButtonElement>();
  const focused = status.credentials.find(isUsable) ?? status.credentials[0];

  const choose = ({ id }: CredentialView) =>
    run(async () => {
      await page.send('saveSettings', { settings: { credentialId: id } });
      await onChosen();
    });

  return (
    <section class="obstacle">
      <h1>{words('chooseCredentialTitle')}</h1>
      {status.problem.code === 'CREDENTIAL_GONE' ? (
        <ProblemNote problem={status.problem} />
      ) : (
        <p>{words('chooseCredentialWhy')}</p>
      )}
      <ul class="credentials">
        {status.credentials.map((credential) => (
          <li key={`${credential.id} ${credential.validTo}`}>
            <button
              type="button"
              class="credential-choice"
              disabled={credential.state === 'not-a-machine-credential'}
              ref={credential === focused ? first : null}
              onClick={() => void choose(credential)}
            >
              <span class="strong">{credential.name}</span>
              <span class="small">{credential.legalName}</span>
              <span class="small quiet">{words('abn', { abn: formatAbn(credential.abn) })}</span>
              <span class={isUsable(credential) ? 'small quiet' : 'small bad'}>
                {credentialStateWords(words, credential)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {problem && <ProblemNote problem={problem} />}
      <NotAffiliated />
    </section>
  );
}

function isUsable(credential: CredentialView): boolean {
  return credential.state === 'valid';
}
