/**
 * One stray character on stdout makes the browser drop the connection, so whatever prints goes to stderr.
 * Frames are written to the descriptor itself.
 */
export function keepStdoutForFrames(): void {
  Object.defineProperty(process, 'stdout', { get: () => process.stderr });
}
