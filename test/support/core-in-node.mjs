/**
 * A program that is not the extension, in plain Node: looks one student up with dist/core alone.
 * Arguments: the core's file and the simulator's first line; Node itself is told whom to trust (NODE_EXTRA_CA_CERTS).
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [file, line] = process.argv.slice(2);
const simulator = JSON.parse(line);
const core = await import(pathToFileURL(file).href);

const io = {
  fetch,
  now: Date.now,
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
};
const { sts, usi, orgCode } = simulator;
const service = { ...core.ENVIRONMENTS.thirdParty, sts, usi };
const [credential] = core.readKeystore(readFileSync(simulator.keystore, 'utf8'));
const wrong = await core.unlock(credential, 'Not-The-Password1').catch((problem) => problem);
const signer = await core.unlock(credential, simulator.password);
const token = await core.issueToken(signer, service, io);
const query = {
  usi: core.checkUsi(' bngh7c75fn ').usi,
  firstName: 'Maryam',
  familyName: 'Frederick',
  dateOfBirth: '1966-05-25',
};
const verification = await core.verifyUsi(query, { token, orgCode, service }, io);

console.log(
  JSON.stringify({
    exports: Object.keys(core).sort(),
    abn: credential.abn,
    wrong: { isProblem: wrong instanceof core.Problem, code: wrong.code },
    verification,
  }),
);
