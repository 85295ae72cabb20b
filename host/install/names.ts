/** The file names under which the host is built and installed. */
export const SCRIPT_FILE = 'usi-companion-host.cjs';
export const LAUNCHER_FILE = 'usi-companion-host';
