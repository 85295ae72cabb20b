import type { HostProblem } from '../../../src/messages/host.ts';

/** A frame with this body. */
export function frame(body: string | Uint8Array): Buffer {
  const bytes = Buffer.from(body);
  return Buffer.concat([lengthField(bytes.length), bytes]);
}

/** A frame with a request. */
export function request(message: unknown): Buffer {
  return frame(JSON.stringify(message));
}

export function lengthField(length: number): Buffer {
  const field = Buffer.alloc(4);
  field.writeUInt32LE(length);
  return field;
}

/** The messages in a stream of frames. @throws when anything else is in it */
export function framesIn(stream: Buffer): unknown[] {
  const messages: unknown[] = [];
  let at = 0;
  while (at < stream.length) {
    const length = stream.readUInt32LE(at);
    const end = at + 4 + length;
    if (end > stream.length) throw new Error(`a frame of ${length} bytes ends after the stream`);
    messages.push(JSON.parse(stream.subarray(at + 4, end).toString()));
    at = end;
  }
  return messages;
}

/** The answer to a request that is to be refused. */
export function refusal(
  code: HostProblem['code'],
  number: number,
  params: HostProblem['params'] = {},
): unknown {
  return { ok: false, problem: { code, number, params } };
}
