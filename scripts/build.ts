import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Outcome, root, runTool } from './tool.ts';

/** Everything that a bundle can contain; a change in any of it makes the bundle stale. */
const lowerFloors = ['verifier', 'domain', 'contract'];
const stamp = '.built-from';

/** Builds the bundles (packages with a `vite.config.ts`) whose sources changed since they were built. */
export function buildStale(): Promise<Outcome[]> {
  const packages = readdirSync(path.join(root, 'packages'))
    .filter((name) => existsSync(path.join(root, 'packages', name, 'vite.config.ts')))
    .map((name) => ({ name, folder: path.join(root, 'packages', name), sources: sourcesHash(name) }));
  return Promise.all(packages.filter(isStale).map(build));
}

interface Bundle {
  readonly name: string;
  readonly folder: string;
  readonly sources: string;
}

function isStale({ folder, sources }: Bundle): boolean {
  const file = path.join(folder, 'dist', stamp);
  return !existsSync(file) || readFileSync(file, 'utf8') !== sources;
}

async function build({ name, folder, sources }: Bundle): Promise<Outcome> {
  const outcome = await runTool(`build of ${name}`, 'vite/bin/vite.js', ['build', folder, '--logLevel', 'warn']);
  if (outcome.ok) writeFileSync(path.join(folder, 'dist', stamp), sources);
  return outcome;
}

function sourcesHash(name: string): string {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
  for (const file of [name, ...lowerFloors].flatMap(filesOf)) {
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesOf(name: string): string[] {
  const folder = path.join(root, 'packages', name);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/[/](dist|node_modules)[/]|[.]test[.]tsx?$/.test(file.slice(folder.length)))
    .sort();
}
