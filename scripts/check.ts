import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { type Outcome, print, root, runTool, twoAtATime } from './tool.ts';

type Check = () => Promise<Outcome>;

const compile = (name: string, config: string): Check => {
  return () => runTool(name, 'typescript7/bin/tsc', ['-p', config]);
};

const format: Check = () => runTool('format', '@biomejs/biome/bin/biome', ['format', '.']);

const manners: Check = () =>
  runTool('manners', 'eslint/bin/eslint.js', [
    ...['--max-warnings', '0', '--cache', '--cache-strategy', 'content'],
    ...['--cache-location', 'node_modules/.cache/eslint/', '.'],
  ]);

const floors: Check = () => {
  const folders = ['packages', 'scripts', 'e2e', 'bench', 'samples'].filter((name) =>
    existsSync(path.join(root, name)),
  );
  const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'err-long', ...folders];
  return runTool('floors', 'dependency-cruiser/bin/dependency-cruiser.mjs', args);
};

/** The static checks; each counts as one in the sum at the end of `npm test`. */
const checks: Readonly<Record<string, readonly Check[]>> = {
  types: [
    compile('types of the pure floors', 'tsconfig.pure.json'),
    compile('types of server and tools', 'tsconfig.node.json'),
    compile('types of the browser floors', 'tsconfig.dom.json'),
  ],
  lint: [format, manners, floors],
};

/** Runs the named groups of checks, printing each as it ends. */
export function runChecks(groups: readonly string[]): Promise<Outcome[]> {
  return twoAtATime(
    groups.flatMap((group) => checks[group] ?? []),
    print,
  );
}

if (import.meta.main) {
  const outcomes = await runChecks(process.argv.slice(2));
  process.exitCode = outcomes.length > 0 && outcomes.every(({ ok }) => ok) ? 0 : 1;
}
