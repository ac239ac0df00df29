// The one script that runs on the system's Node 20: it installs what is missing and hands over to Node 24.
// Everything it prints is for the person at the keyboard.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { install, installed } from './install.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** What follows the installation: the script that Node 24 runs, and what it is called with. */
const errands = {
  start: ['scripts/serve.ts', 'start'],
  serve: ['scripts/serve.ts', 'serve'],
  test: ['scripts/test.ts', 'daily'],
  'test:deep': ['scripts/test.ts', 'deep'],
  'test:outside': ['scripts/test.ts', 'outside'],
  bench: ['bench/run.ts'],
};

const [name = '', ...rest] = process.argv.slice(2);
const errand = errands[name];
if (errand === undefined) fail(`没有「${name}」这一项，可用的有：${Object.keys(errands).join('、')}`);

process.chdir(root);
if (!installed(root)) {
  console.log('正在按 package-lock.json 安装依赖，首次安装约需一分钟……');
  await install(root).catch((failure) => fail(`依赖没有装上：${failure.message}`));
}
const node = runtime();
process.env.PATH = `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}`;
handOver(node, ['--disable-warning=ExperimentalWarning', ...errand, ...rest]);

/** The Node 24 that came with the dependencies, else the system's own if it reads TypeScript by itself. */
function runtime() {
  const bundled = path.join(root, `node_modules/node-linux-${process.arch}/bin/node`);
  if (process.platform === 'linux' && existsSync(bundled)) return bundled;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  return fail(
    `这台机器（${process.platform} ${process.arch}）没有随依赖附带的 Node 24，系统的 Node ${process.versions.node} 又低于 22.18。\n` +
      '请安装 Node 24 后再运行同一命令。',
  );
}

/**
 * Becomes the errand where Node can, so that a signal or a kill meets the errand itself and nothing in between;
 * Node 20 cannot, and stays above it to pass the signals on. Whoever started the errand takes it along when killed.
 */
function handOver(node, args) {
  const underNpm = process.env.npm_lifecycle_event !== undefined;
  const becomes = typeof process.execve === 'function';
  const setpriv = find('setpriv');
  const tied = setpriv !== undefined && (underNpm || !becomes);
  const [command, ...rest] = tied ? [setpriv, '--pdeathsig', 'TERM', node, ...args] : [node, ...args];
  if (becomes) process.execve(command, [command, ...rest], process.env);

  const child = spawn(command, rest, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (os.constants.signals[signal] ?? 0)));
  const parent = process.ppid;
  if (underNpm) setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1000).unref();
}

function find(program) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, program)).find((file) => existsSync(file));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
