// `npm run bench -- NAME [--json]` measures and prints the figures of bench/NAME.ts.
import { readdirSync } from 'node:fs';
import os from 'node:os';
import process from 'node:process';
import { type Figure, type Figures, meetsGoal, ratioOf } from './figure.ts';

const names = readdirSync(import.meta.dirname)
  .filter((file) => /^[a-z-]+[.]ts$/.test(file) && !['run.ts', 'figure.ts'].includes(file))
  .map((file) => file.slice(0, -'.ts'.length));

const asJson = process.argv.includes('--json');
const [name = ''] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (!names.includes(name)) {
  console.error(`请写明要测哪一组：npm run bench -- ${names.join(' | ')} [--json]`);
  process.exit(1);
}

const { figures } = (await import(`./${name}.ts`)) as { readonly figures: Figures };
const measured = await figures();
if (asJson)
  console.log(JSON.stringify({ bench: name, machine: machine(), figures: measured.map(withVerdict) }, null, 2));
else printFigures(measured);
process.exit(measured.every(meetsGoal) ? 0 : 1);

function machine() {
  const [cpu] = os.cpus();
  return {
    cores: os.availableParallelism(),
    processor: cpu?.model ?? 'unknown',
    memory: `${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    node: process.version,
    system: `${os.type()} ${os.release()} ${os.arch()}`,
  };
}

function withVerdict(figure: Figure) {
  return { ...figure, met: meetsGoal(figure), ratio: ratioOf(figure) ?? null };
}

function printFigures(measured: readonly Figure[]): void {
  const { cores, processor, memory, node, system } = machine();
  console.log(`${name} · ${cores} × ${processor}, ${memory}, Node ${node}, ${system}`);
  for (const figure of measured) {
    const goal = 'atMost' in figure.goal ? `at most ${figure.goal.atMost}` : `at least ${figure.goal.atLeast}`;
    const ratio = ratioOf(figure);
    const beside = ratio === undefined ? '' : ` · ${round(ratio)} × ${figure.reference?.name ?? ''}`;
    console.log(
      `${meetsGoal(figure) ? '✓' : '✗'} ${figure.name}: ${round(figure.value)} ${figure.unit} (goal ${goal})${beside}`,
    );
  }
}

function round(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}
