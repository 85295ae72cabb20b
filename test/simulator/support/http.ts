/** Plain HTTPS requests to a simulator, trusting its CA and nothing else. */
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Simulator } from '../../../simulator/index.ts';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface PostOptions {
  method?: string;
  contentType?: string;
  /** A Host header other than the address connected to. */
  host?: string;
}

/** Sends `body` to a URL of the simulator. Rejects when the connection ends without a whole answer. */
export function post(
  simulator: Pick<Simulator, 'caPem'>,
  url: string,
  body: string | Buffer,
  { method = 'POST', contentType = 'application/soap+xml; charset=utf-8', host }: PostOptions = {},
): Promise<Reply> {
  const start = url.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = start(
      url,
      {
        method,
        ca: simulator.caPem,
        agent: false,
        headers: {
          ...(method === 'POST' ? { 'Content-Type': contentType } : {}),
          ...(host ? { Host: host } : {}),
        },
        servername: host ?? 'localhost',
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
