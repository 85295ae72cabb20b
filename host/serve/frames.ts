import {
  HOST_REQUEST_LIMIT_BYTES,
  HOST_RESPONSE_LIMIT_BYTES,
  type HostResponse,
} from '../../src/messages/host.ts';
import { Problem } from '../../src/problems/index.ts';
import { report } from '../report.ts';
import { readFully, writeFully } from './descriptor.ts';

const STDIN = 0;
const STDOUT = 1;

/**
 * A frame is the body's length in bytes, 32 bits in the machine's byte order, then the body
 * (Chrome's documentation of native messaging). Every system we serve is little-endian.
 */
const LENGTH_BYTES = 4;

/**
 * The body of the next request, or null at the orderly end of the stream.
 * @throws Problem HOST_FRAME_TOO_LARGE, or HOST_FRAME_MALFORMED when the stream ends inside a frame; what follows
 * on the stream cannot be understood then.
 */
export function readFrame(): Buffer | null {
  const header = readFully(STDIN, LENGTH_BYTES);
  if (header.length === 0) return null;
  if (header.length < LENGTH_BYTES) throw truncated();
  const length = header.readUInt32LE();
  if (length > HOST_REQUEST_LIMIT_BYTES) {
    throw new Problem('HOST_FRAME_TOO_LARGE', { limit: String(HOST_REQUEST_LIMIT_BYTES) });
  }
  const body = readFully(STDIN, length);
  if (body.length < length) throw truncated();
  return body;
}

/** Answers with one frame. @returns false when the browser has hung up. */
export function writeFrame(response: HostResponse): boolean {
  const body = Buffer.from(JSON.stringify(response));
  if (body.length > HOST_RESPONSE_LIMIT_BYTES) {
    const limit = String(HOST_RESPONSE_LIMIT_BYTES);
    return writeFrame({ ok: false, problem: report(new Problem('HOST_FRAME_TOO_LARGE', { limit })) });
  }
  const header = Buffer.alloc(LENGTH_BYTES);
  header.writeUInt32LE(body.length);
  return writeFully(STDOUT, Buffer.concat([header, body]));
}

function truncated(): Problem {
  return new Problem('HOST_FRAME_MALFORMED', { reason: 'truncated' });
}
