/**
 * Who may import whom. The table is the rule; test/project/rooms.test.ts plants a forbidden import
 * in every room and sees it refused.
 */

/** Rooms by name; the first pattern that fits a file is its room. */
const ROOMS = {
  problems: '^src/problems/',
  'usi/number': '^src/usi/number\\.ts$',
  'usi/rules': '^src/usi/rules/',
  'students/line': '^src/students/line(/|\\.ts$)',
  'students/page': '^src/students/page/',
  'students/files': '^src/students/files/',
  xml: '^src/xml/',
  crypto: '^src/crypto/',
  keystore: '^src/keystore/',
  soap: '^src/soap/',
  sts: '^src/sts/',
  usi: '^src/usi/(?!number\\.ts$|rules/)',
  messages: '^src/messages/',
  browser: '^src/browser/',
  ui: '^src/ui/',
  core: '^src/(index|environments)\\.ts$',
  background: '^background/',
  popup: '^popup/',
  options: '^options/',
  host: '^host/',
  simulator: '^simulator/',
};

/** These import nothing in src but each other, and everyone but the simulator may import them. */
const SHARED = ['problems', 'usi/number', 'usi/rules'];

/** What each room may import besides itself and the shared rooms. */
const MAY_IMPORT = {
  problems: [],
  'usi/number': [],
  'usi/rules': [],
  'students/line': [],
  'students/page': [],
  'students/files': [],
  xml: [],
  crypto: [],
  keystore: ['xml', 'crypto'],
  soap: ['xml', 'crypto'],
  sts: ['soap', 'xml'],
  usi: ['soap', 'xml'],
  messages: [],
  browser: ['messages'],
  ui: ['messages', 'browser'],
  core: ['keystore', 'soap', 'sts', 'usi'],
  popup: ['ui', 'messages', 'browser', 'students/line'],
  options: ['ui', 'messages', 'browser'],
  host: ['messages'],
  background: Object.keys(ROOMS).filter(
    (room) => !['ui', 'popup', 'options', 'host', 'simulator'].includes(room),
  ),
};

/** Packages that one file (or room) alone may import. */
const ONE_FILE_PACKAGES = {
  'webextension-polyfill': '^src/browser/api\\.ts$',
  'node-forge': '^src/crypto/legacy-pbe\\.ts$',
  '@xmldom/xmldom': '^(src/xml/read\\.ts$|simulator/)',
  preact: '^(src/ui|popup|options|workbench)/',
};

const rooms = Object.entries(MAY_IMPORT).map(([room, allowed]) => {
  const shared = SHARED.filter((name) => name !== room);
  const permitted = [room, ...shared, ...allowed].map((name) => ROOMS[name]);
  return {
    name: `${room} imports only what it may`,
    severity: 'error',
    from: { path: ROOMS[room] },
    to: {
      path: '^(src|background|popup|options|workbench|portal|host|simulator|scripts|test|bench)/',
      pathNot: permitted,
    },
  };
});

const packages = Object.entries(ONE_FILE_PACKAGES).map(([name, importer]) => ({
  name: `${name} is imported in its own place only`,
  severity: 'error',
  from: { path: '^(src|background|popup|options|workbench|portal|host|simulator)/', pathNot: importer },
  to: { path: `node_modules/(@types/)?${name}/` },
}));

module.exports = {
  forbidden: [
    ...rooms,
    ...packages,
    {
      name: 'simulator imports nothing of the extension',
      severity: 'error',
      from: { path: ROOMS.simulator },
      to: { path: '^(src|background|popup|options|workbench|portal|host)/' },
    },
    {
      name: 'no Node API outside host and simulator',
      severity: 'error',
      from: { path: '^(src|background|popup|options|workbench|portal)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no circles',
      severity: 'error',
      from: { path: '^(src|background|popup|options|host|simulator)/' },
      to: { circular: true },
    },
    { name: 'everything resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.d.ts'],
      // Packages such as vite offer nothing to `require`.
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
