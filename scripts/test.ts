import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { buildStale } from './build.ts';
import { runChecks } from './check.ts';
import { print, root } from './tool.ts';

/** `daily` is what must be green before every landing; `deep` and `outside` are the long and the guest rounds. */
type Round = 'daily' | 'deep' | 'outside';

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
}

const round = parseRound(process.argv[2]);
const built = await tallyOfBuilds();
// Side by side: the linter keeps one core busy while the tests wait for databases and browsers.
const tallies = [built, ...(await Promise.all([...(round === 'daily' ? [tallyOfChecks()] : []), tallyOfTests(round)]))];
const sum = (key: 'passed' | 'failed') => tallies.reduce((total, tally) => total + tally[key], 0);
for (const title of tallies.flatMap((tally) => tally.skipped)) console.log(`SKIPPED ${title}`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;

function parseRound(text: string | undefined): Round {
  return text === 'deep' || text === 'outside' ? text : 'daily';
}

/** A bundle that builds is no test; one that does not is a failure. */
async function tallyOfBuilds(): Promise<Tally> {
  const outcomes = await buildStale();
  outcomes.forEach(print);
  return { passed: 0, failed: outcomes.filter(({ ok }) => !ok).length, skipped: [] };
}

async function tallyOfChecks(): Promise<Tally> {
  const outcomes = await runChecks(['types', 'lint']);
  const passed = outcomes.filter(({ ok }) => ok).length;
  return { passed, failed: outcomes.length - passed, skipped: [] };
}

interface TestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Runs the tests and counts them; a file that cannot even be loaded counts as one failure. */
async function tallyOfTests(round: Round): Promise<Tally> {
  const reportFile = path.join(root, 'node_modules/.cache/mingchou', `tests-${round}.json`);
  mkdirSync(path.dirname(reportFile), { recursive: true });
  rmSync(reportFile, { force: true });
  const code = await vitest([
    'run',
    '--mode',
    round,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
  ]);
  if (!existsSync(reportFile)) return { passed: 0, failed: code === 0 ? 0 : 1, skipped: [] };

  const { testResults } = JSON.parse(readFileSync(reportFile, 'utf8')) as TestReport;
  const tests = testResults.flatMap((file) => file.assertionResults);
  const unloaded = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some(isFailed));
  const failed = tests.filter(isFailed).length + unloaded.length;
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    // An error outside of every test fails the run as well.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName),
  };
}

function isFailed({ status }: { readonly status: string }): boolean {
  return status === 'failed';
}

function vitest(args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const bin = path.join(root, 'node_modules/vitest/vitest.mjs');
    const child = spawn(process.execPath, [bin, ...args], { cwd: root, stdio: 'inherit' });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
