/**
 * The least that a native-messaging host in Node can be: reads one frame, answers with the frame in the file that its
 * argument names, and is gone. CommonJS, which Node starts fastest, as the real host is.
 */
const { readFileSync, readSync, writeSync } = require('node:fs');

const LENGTH_BYTES = 4;

const length = read(LENGTH_BYTES).readUInt32LE();
read(length);
writeSync(1, readFileSync(process.argv[2]));

function read(length) {
  const buffer = Buffer.alloc(length);
  for (let filled = 0; filled < length; ) filled += readSync(0, buffer, filled, length - filled, null);
  return buffer;
}
