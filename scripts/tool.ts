import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

export const root = path.resolve(import.meta.dirname, '..');

/** How one tool's run ended: whether it was content, what it said, how long it took. */
export interface Outcome {
  readonly name: string;
  readonly ok: boolean;
  readonly output: string;
  readonly milliseconds: number;
}

/** Runs a tool out of node_modules on this Node and keeps what it says. */
export function runTool(name: string, bin: string, args: readonly string[]): Promise<Outcome> {
  const begun = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', bin), ...args], { cwd: root });
    let output = '';
    const keep = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => keep(Buffer.from(String(error))));
    child.on('close', (code) => resolve({ name, ok: code === 0, output, milliseconds: performance.now() - begun }));
  });
}

/** Runs the jobs two at a time (the machines this is made for have two cores) and reports each as it ends. */
export async function twoAtATime(
  jobs: readonly (() => Promise<Outcome>)[],
  report: (outcome: Outcome) => void,
): Promise<Outcome[]> {
  const waiting = [...jobs];
  const outcomes: Outcome[] = [];
  const lane = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const outcome = await job();
      report(outcome);
      outcomes.push(outcome);
    }
  };
  await Promise.all([lane(), lane()]);
  return outcomes;
}

/** One line, and below it what the tool said if it was not content. */
export function print(outcome: Outcome): void {
  const seconds = (outcome.milliseconds / 1000).toFixed(1);
  console.log(`${outcome.ok ? '✓' : '✗'} ${outcome.name} (${seconds} s)`);
  if (!outcome.ok) console.log(outcome.output);
}
