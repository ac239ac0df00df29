import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { companions, lawful, plantedImports, plantedManners } from './planted-violations.ts';

const root = path.resolve(import.meta.dirname, '..');
const packages = ['verifier', 'domain', 'contract', 'desk', 'field', 'portal', 'server'];

interface Finding {
  readonly file: string;
  readonly rule: string;
}

let house = '';
let found: readonly Finding[] = [];

beforeAll(async () => {
  house = await realpath(await mkdtemp(path.join(tmpdir(), 'mingchou-planted-')));
  await furnish(house);
  found = [...(await cruised(house)), ...(await linted(house))];
}, 120_000);

afterAll(() => rm(house, { recursive: true, force: true }));

describe.each([
  ['dependency-cruiser', plantedImports],
  ['eslint', plantedManners],
])('%s sees', (_, planted) => {
  test.each(planted)('$wrong ($rule)', ({ file, rule }) => {
    expect(found).toContainEqual({ file, rule });
  });
});

test('every rule of the floors has its violation planted here', async () => {
  const { default: configuration } = (await import(path.join(root, '.dependency-cruiser.mjs'))) as {
    readonly default: { readonly forbidden: readonly { readonly name: string }[] };
  };
  const rules = configuration.forbidden.map(({ name }) => name);
  expect(plantedImports.map(({ rule }) => rule).sort()).toEqual(rules.sort());
});

test('nothing is found in the files that keep the rules', () => {
  expect(found.filter(({ file }) => file in lawful)).toEqual([]);
});

async function furnish(house: string): Promise<void> {
  const planted = [...plantedImports, ...plantedManners].map(({ file, text }) => [file, text] as const);
  for (const [file, text] of [...Object.entries(lawful), ...Object.entries(companions), ...planted]) {
    await mkdir(path.join(house, path.dirname(file)), { recursive: true });
    await writeFile(path.join(house, file), text);
  }
  await mkdir(path.join(house, 'node_modules/@mingchou'), { recursive: true });
  for (const name of packages) {
    const manifest = { name: `@mingchou/${name}`, type: 'module', exports: { '.': './src/index.ts' } };
    await writeFile(path.join(house, 'packages', name, 'package.json'), JSON.stringify(manifest));
    await symlink(path.join(house, 'packages', name), path.join(house, 'node_modules/@mingchou', name));
  }
}

/** Runs a tool of this house with its own configuration in the planted one; a tool that finds something exits with 1. */
async function run(house: string, bin: string, args: readonly string[]): Promise<string> {
  const command = path.join(root, 'node_modules', bin);
  const options = { cwd: house, maxBuffer: 1 << 26 };
  const exited: { stdout?: unknown; stderr?: unknown } = await promisify(execFile)(
    process.execPath,
    [command, ...args],
    options,
  ).catch((failure: object) => failure);
  if (typeof exited.stdout !== 'string' || exited.stdout === '') throw new Error(`${bin}: ${String(exited.stderr)}`);
  return exited.stdout;
}

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
  readonly cycle?: readonly { readonly name: string }[];
}

/** A cycle is reported at one of its files; here it counts for each of them. */
async function cruised(house: string): Promise<Finding[]> {
  const config = path.join(root, '.dependency-cruiser.mjs');
  const args = ['--config', config, '--output-type', 'json', 'packages'];
  const report = JSON.parse(await run(house, 'dependency-cruiser/bin/dependency-cruiser.mjs', args)) as {
    readonly summary: { readonly violations: readonly Violation[] };
  };
  return report.summary.violations.flatMap(({ from, rule, cycle }) =>
    [from, ...(cycle ?? []).map(({ name }) => name)].map((file) => ({ file, rule: rule.name })),
  );
}

interface LintReport {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null }[];
}

async function linted(house: string): Promise<Finding[]> {
  const config = path.join(root, 'eslint.config.mjs');
  const args = ['--config', config, '--format', 'json', 'packages'];
  const report = JSON.parse(await run(house, 'eslint/bin/eslint.js', args)) as LintReport[];
  return report.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId }) => ({ file: path.relative(house, filePath), rule: ruleId ?? 'not read' })),
  );
}
