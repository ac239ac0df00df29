import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const stampOf = (root) => path.join(root, 'node_modules/.mingchou-installed');

/** Whether node_modules holds what package-lock.json asks for; a tree that npm itself laid right is recognised and stamped. */
export function installed(root) {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stampOf(root)) && readFileSync(stampOf(root), 'utf8') === wanted) return true;
  if (!laidByNpm(root, JSON.parse(lock))) return false;
  writeFileSync(stampOf(root), wanted);
  return true;
}

/** Runs `npm ci`; rejects with what npm said. */
export async function install(root) {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await new Promise((resolve, reject) => {
    spawn('npm', args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
      .on('error', reject)
      .on('exit', resolve);
  });
  if (code !== 0) throw new Error(`npm ci 以 ${code} 结束，原因见上文`);
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  writeFileSync(stampOf(root), createHash('sha256').update(lock).digest('hex'));
}

function laidByNpm(root, lock) {
  const record = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const laid = JSON.parse(readFileSync(record, 'utf8')).packages;
  const packages = Object.entries(lock.packages);
  const commands = packages
    .filter(([place]) => !place.includes('node_modules'))
    .flatMap(([, { bin }]) => Object.keys(bin ?? {}));
  return (
    packages
      .filter(([place, entry]) => place.startsWith('node_modules/') && !entry.optional && !entry.link)
      .every(([place, { version }]) => laid[place]?.version === version) &&
    commands.every((command) => existsSync(path.join(root, 'node_modules/.bin', command)))
  );
}
