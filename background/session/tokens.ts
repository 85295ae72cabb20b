import type { StorageArea } from '../../src/browser/index.ts';
import { Problem } from '../../src/problems/index.ts';
import type { Io, Service, Token } from '../../src/soap/index.ts';
import { type issueToken, type TokenSource, tokenSource } from '../../src/sts/index.ts';
import { finite, fits, members, type Shape, text } from '../shape.ts';
import type { OpenSession } from './open.ts';
import { SEALED, SESSION_KEYS } from './record.ts';
import { type Sealed, seal, unsealProofKey } from './sealing.ts';
import type { Session } from './session.ts';

/** A token as it lies in storage.session: opaque parts as they are, the proof key sealed like the private key. */
interface TokenRecord extends Omit<Token, 'proofKey'> {
  /** What the token is for; see `purposeOf`. */
  readonly purpose: string;
  readonly proofKey: Sealed;
}

/** An EncryptedData of a token is about 8 KB; the soap room refuses whole answers beyond 2 MiB. */
const tokenText = text(2 * 1024 * 1024);

const TOKEN_RECORD: Shape<TokenRecord> = members<TokenRecord>({
  purpose: tokenText,
  encryptedData: tokenText,
  reference: tokenText,
  issuedAt: finite,
  expiresAt: finite,
  proofKey: SEALED,
});

export interface TokensParts {
  readonly area: StorageArea;
  readonly session: Session;
  readonly io: Io;
  readonly issueToken: typeof issueToken;
}

/** The token of the unlocked credential for the chosen services: one at a time, kept for a worker to come. */
export class Tokens {
  readonly #parts: TokensParts;
  #held: { readonly open: OpenSession; readonly purpose: string; readonly source: TokenSource } | undefined;

  constructor(parts: TokensParts) {
    this.#parts = parts;
  }

  /** Where to get the token of this session for this service. */
  async sourceFor(open: OpenSession, service: Service): Promise<TokenSource> {
    const purpose = purposeOf(service);
    const isHeld = () => this.#held?.open === open && this.#held.purpose === purpose;
    const kept = isHeld() ? undefined : await this.#load(open, purpose);
    if (this.#held === undefined || !isHeld()) {
      const source = tokenSource(() => this.#issue(open, service), this.#parts.io.now, kept);
      this.#held = { open, purpose, source };
    }
    return this.#held.source;
  }

  /** Lets go of the token in memory; what is stored belongs to the session and goes with it. */
  letGo(): void {
    this.#held?.source.drop();
    this.#held = undefined;
  }

  /** Forgets the token while the session goes on: it is for something else than what is chosen now. */
  async drop(): Promise<void> {
    this.letGo();
    await this.#parts.area.forget(SESSION_KEYS.token);
  }

  async #issue(open: OpenSession, service: Service): Promise<Token> {
    const { session, io, issueToken } = this.#parts;
    // A request that began before a lock must not fetch a token after it.
    if (session.open !== open) throw new Problem('LOCKED');
    const purpose = purposeOf(service);
    let proofKey: Sealed | undefined;
    const token = await issueToken(open.signer, service, io, undefined, async (bytes) => {
      proofKey = await seal(bytes, open.wrappingKey, bindingOf(open, purpose));
    });
    if (proofKey === undefined) throw new Problem('INTERNAL', { kind: 'proof key not kept' });
    const { encryptedData, reference, issuedAt, expiresAt } = token;
    const record: TokenRecord = { purpose, encryptedData, reference, issuedAt, expiresAt, proofKey };
    await session.keepWith(open, { [SESSION_KEYS.token]: record });
    return token;
  }

  /** The token that an earlier worker left; a garbled one is as good as none, for a new one is easily fetched. */
  async #load(open: OpenSession, purpose: string): Promise<Token | undefined> {
    const record = await this.#parts.area.read(SESSION_KEYS.token);
    if (!fits(TOKEN_RECORD, record) || record.purpose !== purpose) return undefined;
    try {
      const proofKey = await unsealProofKey(record.proofKey, open.wrappingKey, bindingOf(open, purpose));
      const { encryptedData, reference, issuedAt, expiresAt } = record;
      return { encryptedData, reference, issuedAt, expiresAt, proofKey };
    } catch {
      return undefined;
    }
  }
}

/** A token is per environment, credential and AppliesTo (protocol dossier 0); the session stands for the credential. */
function purposeOf({ sts, usi, appliesTo }: Service): string {
  return JSON.stringify([sts, usi, appliesTo]);
}

function bindingOf(open: OpenSession, purpose: string): string {
  return JSON.stringify([open.binding, 'proof key', purpose]);
}
