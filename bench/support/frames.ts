import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Length in front of a native-messaging frame, bytes; little-endian (host/PROTOCOL.md). */
const LENGTH_BYTES = 4;

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly home: string;
}

/** A request as a frame. */
export function frameOf(request: object): Buffer {
  const body = Buffer.from(JSON.stringify(request));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(body.length);
  return Buffer.concat([length, body]);
}

/**
 * Starts the program, sends one frame and waits for the answering one, as a browser's `sendNativeMessage` does.
 * @returns the answer, with its length in front, and the milliseconds from the start to its last byte
 */
export async function roundTrip(program: Program, request: Buffer): Promise<{ ms: number; answer: Buffer }> {
  const startedAt = performance.now();
  const child = spawn(program.command, program.args, {
    env: { HOME: program.home },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  child.stdin.write(request);
  let answer = Buffer.alloc(0);
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    answer = Buffer.concat([answer, chunk]);
    if (isWhole(answer)) break;
  }
  const ms = performance.now() - startedAt;
  child.stdin.end();
  await ended;
  if (!isWhole(answer)) throw new Error(`${program.command} did not answer with a frame`);
  return { ms, answer };
}

function isWhole(bytes: Buffer): boolean {
  return bytes.length >= LENGTH_BYTES && bytes.length >= LENGTH_BYTES + bytes.readUInt32LE();
}
