/** What `--help` prints. */
export const HELP = `usi-companion-host: hands the machine credential's keystore file to the USI Companion extension.

Browsers start it by themselves. On the command line:

  install       copy the host into your data folder and tell the browsers where it is
  uninstall     undo that
  doctor        say what is right and wrong; the exit status is the number of the first problem
  --version     print the host's and the protocol's version
  --help        print this

  --browser NAME       only this browser (chromium, chrome or firefox); may be repeated
  --manifest-dir DIR   use the manifest in this folder instead of the browsers' own places
  --in-place           install: leave the program where it is (for development)
  --json               doctor: one JSON object instead of lines`;
