// `npm run sbom [-- FILE]`: a CycloneDX list of every locked package, from package-lock.json alone, the same each time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

process.chdir(dirname(import.meta.dirname));
const bom = readBom();
// What npm makes anew each time: the moment and a random number, and the name of the folder it lies in.
delete bom.metadata.timestamp;
bom.metadata.component.name = 'egodaeyeo';
bom.metadata.component.type = 'application';
delete bom.serialNumber;
bom.serialNumber = `urn:uuid:${uuidOf(JSON.stringify(bom))}`;
const text = `${JSON.stringify(bom, null, 2)}\n`;
const [file] = process.argv.slice(2);
if (file) writeFileSync(file, text);
else process.stdout.write(text);

function readBom() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const flags = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--offline'];
  const { status, stdout } = spawnSync(npm, flags, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
  return JSON.parse(stdout);
}

/** A name-based UUID (RFC 9562, version 8) of the content. */
function uuidOf(content) {
  const hex = createHash('sha256').update(content).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}
