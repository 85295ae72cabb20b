import type { CredentialView, Status } from '../src/messages/index.ts';
import { formatAbn, useWords } from '../src/ui/index.ts';

/** Whose credential acts, for whom, and under which code. */
export function CredentialFooter({ status }: { readonly status: Status & { credential: CredentialView } }) {
  const words = useWords();
  const { credential } = status;
  return (
    <footer class="credential small quiet">
      <span class="name" title={`${credential.name}, ${credential.legalName}`}>
        {credential.name}
      </span>
      <span class="nowrap">{words('abn', { abn: formatAbn(credential.abn) })}</span>
      {status.state === 'unlocked' && (
        <span class="nowrap">{words('orgCode', { code: status.orgCode })}</span>
      )}
    </footer>
  );
}
