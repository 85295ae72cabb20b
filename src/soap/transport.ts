import { Problem } from '../problems/index.ts';
import type { Io } from './io.ts';

/** How long one request may take, from sending to the last byte. */
export const TIMEOUTS_MS = { lookUp: 25_000, batch: 120_000 } as const;

/** A batch answer of 500 rows is about 150 KB and a token answer 10 KB; more than this is no answer of theirs. */
const LARGEST_ANSWER_BYTES = 2 * 1024 * 1024;

export interface PostOptions {
  /** What problems call the service, in words. */
  readonly service: string;
  readonly timeoutMs: number;
}

/** The body of an answer, whatever its HTTP status. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * Sends one SOAP message and reads the whole answer.
 * The request carries nothing of the browser: no cookies, no cache, no referrer, and no redirect is followed.
 * @throws Problem SERVICE_UNREACHABLE, SERVICE_TIMEOUT, ANSWER_TOO_LARGE, ANSWER_NOT_XML
 */
export async function post(url: string, xml: string, options: PostOptions, io: Io): Promise<RawAnswer> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  try {
    const sentAt = io.now();
    const response = await io.fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/soap+xml; charset=utf-8' },
      body: xml,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal,
    });
    const date = response.headers.get('Date');
    if (date !== null) io.onDate?.({ date, sentAt, receivedAt: io.now() });
    return { status: response.status, text: decode(await readBody(response, options), options) };
  } catch (error) {
    if (error instanceof Problem) throw error;
    const { service, timeoutMs } = options;
    if (signal.aborted)
      throw new Problem('SERVICE_TIMEOUT', { service, seconds: String(timeoutMs / 1000) }, error);
    throw new Problem('SERVICE_UNREACHABLE', { service, host: new URL(url).host }, error);
  }
}

/** Counts while reading, so that an endless answer never fills the memory. */
async function readBody(response: Response, { service }: PostOptions): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.length;
    if (size > LARGEST_ANSWER_BYTES) {
      await reader?.cancel();
      throw new Problem('ANSWER_TOO_LARGE', { service, limit: String(LARGEST_ANSWER_BYTES) });
    }
    chunks.push(read.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function decode(bytes: Uint8Array, { service }: PostOptions): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Problem('ANSWER_NOT_XML', { service }, error);
  }
}
