import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const TABLE = resolve(ROOT, 'background/handlers/index.ts');

/** Compiles the handler table as the project does, with a change made to its text; gives what the compiler says. */
function compileTable(change: (source: string) => string): string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    resolve(ROOT, 'tsconfig.extension.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => expect.fail(String(diagnostic.messageText)),
    },
  );
  const options = config?.options ?? {};
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  host.readFile = (name) => (resolve(name) === TABLE ? change(readFile(name) ?? '') : readFile(name));
  const program = ts.createProgram([TABLE], options, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(TABLE))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

describe('the handler table', () => {
  it('compiles as it is', () => {
    expect(compileTable((source) => source)).toEqual([]);
  });

  it.each(['verify', 'lock'])('does not compile when the handler of %s is forgotten', (name) => {
    const said = compileTable((source) => {
      const without = source.replace(`\n  ${name},`, '');
      expect(without).not.toBe(source);
      return without;
    });
    expect(said.join('\n')).toMatch(new RegExp(`Property '${name}' is missing`));
  });

  it('does not compile when a handler answers with something else', () => {
    const said = compileTable((source) => source.replace('\n  verify,', '\n  verify: lock,'));
    expect(said.join('\n')).toContain("'verify'");
  });
});
