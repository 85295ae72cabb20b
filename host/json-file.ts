import { readFileSync, statSync } from 'node:fs';
import { Problem } from '../src/problems/index.ts';
import { systemErrorCode } from './report.ts';

/** More than any configuration or manifest of ours needs, in bytes. */
const JSON_FILE_LIMIT_BYTES = 64 * 1024;

/**
 * Reads a small file that holds one JSON object.
 * @param broken makes the problem for a reason in plain words
 * @returns null when there is no such file
 */
export function readJsonObject(
  path: string,
  broken: (reason: string) => Problem,
): Record<string, unknown> | null {
  const text = textOf(path, broken);
  return text === null ? null : objectFrom(text, broken);
}

function textOf(path: string, broken: (reason: string) => Problem): string | null {
  try {
    const status = statSync(path);
    if (!status.isFile()) throw broken('it is not an ordinary file');
    if (status.size > JSON_FILE_LIMIT_BYTES) throw broken('it is too large');
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Problem) throw error;
    const code = systemErrorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw broken(code ?? 'it cannot be read');
  }
}

function objectFrom(text: string, broken: (reason: string) => Problem): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw broken('it is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw broken('it is not an object');
  return { ...value };
}
