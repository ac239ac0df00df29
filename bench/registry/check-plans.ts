import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import {
  cleanPlan,
  cleanScheme,
  flattened,
  type MadeUpDocument,
} from '../../packages/domain/src/plan/document/made-up-document.ts';
import { type Figure, secondsOf } from '../figure.ts';

const cli = path.resolve(import.meta.dirname, '../../packages/server/src/cli.ts');
const run = promisify(execFile);

/** As many characters as the five documents of the bureaus have: a plan with three tables, one with one, a scheme, a rule, a budget. */
const sizes = [
  { name: 'three-tables', from: cleanPlan, characters: 4600 },
  { name: 'one-table', from: cleanPlan, characters: 2300 },
  { name: 'scheme', from: cleanScheme, characters: 2300 },
  { name: 'rule', from: { ...cleanScheme, tables: [] }, characters: 2600 },
  { name: 'workdays', from: { ...cleanPlan, tables: [] }, characters: 2200 },
] as const;

/**
 * `mingchou plan check` over five documents at once, from the start of the process to the last line it prints.
 * BENCH_PLANS=FOLDER takes the files of a folder instead of the made-up ones.
 */
export async function checkFivePlans(): Promise<Figure> {
  const given = process.env['BENCH_PLANS'];
  const folder = given ?? mkdtempSync(path.join(tmpdir(), 'mingchou-bench-plans-'));
  if (given === undefined) for (const size of sizes) writeFileSync(path.join(folder, `${size.name}.txt`), textOf(size));
  const files = readdirSync(folder).map((file) => path.join(folder, file));
  // The exit code only says whether something was found.
  const check = () => run(process.execPath, [cli, 'plan', 'check', ...files]).catch((failed: unknown) => found(failed));
  const value = await secondsOf(check, 5);
  if (given === undefined) rmSync(folder, { recursive: true });
  return {
    name: `${files.length} documents read and held against every rule, with the start of the command`,
    value,
    unit: 's',
    goal: { atMost: 2 },
  };
}

function found(failed: unknown): void {
  if (typeof failed === 'object' && failed !== null && 'code' in failed && failed.code === 1) return;
  throw failed;
}

function textOf({ from, characters }: { readonly from: MadeUpDocument; readonly characters: number }): string {
  const line = (at: number) => `（${at}）第${at}次研究采石场和加油站的抽查安排，由办公室记录。`;
  const lines = Math.ceil(Math.max(0, characters - flattened(from).length) / line(10).length);
  const more = Array.from({ length: lines }, (_, at) => line(at + 1));
  return flattened({ ...from, text: [from.text, ...more].join('\n') });
}
