import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, test } from 'vitest';

/** Runs a foreign program and returns what it printed; throws with its complaint. */
export type RunProgram = (args: readonly string[], input?: string | Uint8Array) => Buffer;

/** A test that needs a foreign program. Where that is not installed the test is skipped, and its name says why. */
export function foreignTest(program: string, title: string, body: (run: RunProgram) => void | Promise<void>): void {
  const file = found(program);
  if (file === undefined) {
    test.skip(`${title} — skipped: ${program} is not installed`, () => undefined);
    return;
  }
  const run: RunProgram = (args, input) => execFileSync(file, args, { input, stdio: 'pipe', timeout: 120_000 });
  test(`${title} (${program})`, () => body(run));
}

/** Tests that need several foreign programs; where one is missing they are skipped, and each name says which. */
export function foreignTests(...programs: readonly string[]): typeof foreignBody {
  const missing = programs.filter((program) => found(program) === undefined);
  if (missing.length === 0) return foreignBody;
  return (title) => test.skip(`${title} — skipped: ${missing.join(', ')} not installed`, () => undefined);
}

function foreignBody(title: string, body: () => void | Promise<void>, timeout?: number): void {
  test(title, body, timeout);
}

/** A group of tests around one foreign program; where that is not installed the group is skipped, and its name says why. */
export function foreignGroup(program: string, title: string, body: () => void): void {
  if (found(program) === undefined) describe.skip(`${title} — skipped: ${program} is not installed`, body);
  else describe(title, body);
}

function found(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, program)).find((file) => existsSync(file));
}
