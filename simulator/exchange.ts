/** One exchange: receive a request, apply what the fault rules script, send the answer, write the log. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { answer, type HttpAnswer, type HttpRequest, summarise } from './answer.ts';
import type { RequestContext } from './context.ts';
import type { SeenRequest } from './contract.ts';
import { BODIES, type DamagedAnswer } from './faults/bodies.ts';
import type { FaultAction, FaultScript } from './faults/index.ts';
import type { Log, LogEntry } from './log.ts';

/** Everything that lasts longer than one request. */
export interface Services extends Omit<RequestContext, 'environment' | 'now'> {
  /** Milliseconds since 1970, by the services' clock. */
  now(): number;
  script: FaultScript;
  log: Log;
  onRequest?: ((request: SeenRequest) => void) | undefined;
}

/** A bulk request of 500 rows has about 150 KiB. */
const REQUEST_LIMIT_BYTES = 8 * 1024 * 1024;

/** Handles the simulator's `n`th request. */
export async function handle(
  services: Services,
  n: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const started = performance.now();
  const received = await receive(request);
  const summary = summarise(received);
  services.onRequest?.({ operation: summary.operation, body: received.body });
  const action = services.script.next(summary.operation);
  if (action.delayMs) await sleep(action.delayMs, undefined, { ref: false });
  const now = services.now() + (action.clockOffsetSeconds ?? 0) * 1000;
  const entry = (outcome: Pick<HttpAnswer, 'outcome' | 'fault' | 'cause'>): LogEntry => ({
    n,
    at: new Date(now).toISOString(),
    host: received.host,
    path: received.path,
    operation: summary.operation,
    outcome: outcome.outcome,
    fault: outcome.fault,
    cause: outcome.cause,
    headers: headersOf(request),
    ms: Math.round(performance.now() - started),
  });
  if (action.drop) {
    services.log.add(entry({ outcome: 'scripted', fault: null, cause: 'drop' }));
    request.socket.destroy();
    return;
  }
  const reply = action.status
    ? scriptedStatus(action.status, action)
    : answer(
        received,
        summary,
        { ...services, now, settings: { ...services.settings, ...settingsOf(action) } },
        action,
      );
  const damage = action.status ? undefined : BODIES[action.body ?? ''];
  const sent: DamagedAnswer = damage ? damage(reply.body) : reply;
  services.log.add(entry(damage ? { ...reply, outcome: 'scripted', cause: action.body ?? null } : reply));
  send(response, reply.status, sent.contentType ?? reply.contentType, sent, now, action.headers);
}

function send(
  response: ServerResponse,
  status: number,
  contentType: string,
  { body, sendOnly }: DamagedAnswer,
  now: number,
  headers: Record<string, string> = {},
): void {
  const bytes = Buffer.from(body, 'utf8');
  response.writeHead(status, {
    // The clock that clients learn from is the service's, not the computer's.
    Date: new Date(now).toUTCString(),
    'Content-Type': contentType,
    'Content-Length': bytes.length,
    ...headers,
  });
  if (sendOnly === undefined) response.end(bytes);
  else response.write(bytes.subarray(0, sendOnly), () => response.destroy());
}

function scriptedStatus(
  status: number,
  { body = '', contentType = 'text/html; charset=utf-8' }: FaultAction,
): HttpAnswer {
  return { status, contentType, body, outcome: 'scripted', fault: null, cause: `status-${status}` };
}

function settingsOf({ bareInvalid, tokenLifeSeconds, declarations }: FaultAction) {
  return {
    ...(bareInvalid === undefined ? {} : { bareInvalid }),
    ...(tokenLifeSeconds === undefined ? {} : { tokenLifeSeconds }),
    ...(declarations === undefined ? {} : { declarations }),
  };
}

async function receive(request: IncomingMessage): Promise<HttpRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= REQUEST_LIMIT_BYTES) chunks.push(chunk);
  }
  const [path = '', query = ''] = (request.url ?? '').split('?');
  return {
    method: request.method ?? '',
    path,
    query,
    host: request.headers.host ?? '',
    contentType: request.headers['content-type'],
    body: size <= REQUEST_LIMIT_BYTES ? Buffer.concat(chunks) : undefined,
  };
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
