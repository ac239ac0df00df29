// Prints the figures of the house: how long its files and functions are, what its floors take from each other,
// and how often it does what it means to avoid. `npm run shape`
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cyclesOf } from './shape/cycles.ts';
import { type Measure, measure } from './shape/measure.ts';
import { spreadOf } from './shape/spread.ts';
import { root } from './tool.ts';

const floors = ['verifier', 'domain', 'contract', 'desk', 'field', 'portal', 'server'];
const besides = ['scripts', 'e2e', 'bench', 'samples'];
const long = 300;

interface SourceFile extends Measure {
  readonly file: string;
  readonly place: string;
  readonly isTest: boolean;
}

const files = [...floors.map((name) => `packages/${name}`), ...besides].flatMap(sourcesIn);
const working = files.filter(({ isTest }) => !isTest);

printSizes();
printHabits();
printFloors();
printTests();

function sourcesIn(folder: string): SourceFile[] {
  const place = path.basename(folder);
  return listed(folder)
    .filter((file) => /[.]tsx?$/.test(file) && !/(^|[/])(node_modules|dist|[.]data)[/]/.test(file))
    .map((file) => ({
      ...measure(file, readFileSync(path.join(root, file), 'utf8')),
      file,
      place,
      isTest: /[.]test[.]tsx?$|[/]test[/]|^e2e[/]/.test(file),
    }));
}

function listed(folder: string): string[] {
  try {
    const entries = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
    return entries.map((entry) => `${folder}/${entry.split(path.sep).join('/')}`).sort();
  } catch {
    return [];
  }
}

function printSizes(): void {
  const lengths = working.map(({ lines }) => lines);
  const functions = working.flatMap((file) => file.functions.map((one) => ({ ...one, file: file.file })));
  const fileSpread = spreadOf(lengths);
  const functionSpread = spreadOf(functions.map(({ lines }) => lines));
  const line = (name: string, count: number, { median, p95, max }: typeof fileSpread) =>
    console.log(`${name.padEnd(10)} ${count} · lines: median ${median}, 95 % ${p95}, max ${max}`);

  line('files', working.length, fileSpread);
  line('functions', functions.length, functionSpread);
  console.log(
    `lines      ${total(lengths)} working, ${total(files.filter(({ isTest }) => isTest).map((f) => f.lines))} of tests`,
  );
  const longest = functions.sort((a, b) => b.lines - a.lines).slice(0, 5);
  for (const { name, lines, file } of longest) console.log(`  longest functions: ${lines} ${name} (${file})`);
  const tooLong = files.filter(({ lines }) => lines > long).sort((a, b) => b.lines - a.lines);
  console.log(`files over ${long} lines: ${tooLong.length}`);
  for (const { file, lines } of tooLong) console.log(`  ${lines} ${file}`);
}

function printHabits(): void {
  const count = (key: 'any' | 'assertions' | 'nonNull') => total(working.map((file) => file[key]));
  console.log(`any ${count('any')} · as ${count('assertions')} · ! ${count('nonNull')}`);
  const byPlace = places().map((place) => `${place} ${total(inPlace(working, place).map((f) => f.assertions))}`);
  console.log(`  as by place: ${byPlace.join(', ')}`);
  const cycles = cyclesOf(
    new Map(files.map((file) => [file.file, file.imports.flatMap((from) => resolved(file, from))])),
  );
  console.log(`cycles ${cycles.length}`);
  for (const cycle of cycles) console.log(`  ${cycle.join(' → ')}`);
}

/** Relative imports name their file in full, so that resolving them needs no search. */
function resolved({ file }: SourceFile, from: string): string[] {
  return from.startsWith('.') ? [path.posix.join(path.posix.dirname(file), from)] : [];
}

function printFloors(): void {
  console.log('imports between floors (from → to: how often):');
  for (const place of floors) {
    const targets = inPlace(working, place).flatMap(({ imports }) =>
      imports.filter((from) => from.startsWith('@mingchou/')),
    );
    const counts = floors
      .map((floor) => [floor, targets.filter((target) => target === `@mingchou/${floor}`).length] as const)
      .filter(([, often]) => often > 0);
    if (counts.length > 0)
      console.log(`  ${place} → ${counts.map(([floor, often]) => `${floor}: ${often}`).join(', ')}`);
  }
}

function printTests(): void {
  console.log('tests (a table of examples counts once):');
  for (const place of places()) {
    const own = inPlace(files, place);
    const tests = total(own.map((file) => file.tests));
    const lines = (isTest: boolean) => total(own.filter((file) => file.isTest === isTest).map((file) => file.lines));
    console.log(
      `  ${place.padEnd(9)} ${String(tests).padStart(4)} tests · ${lines(true)} lines beside ${lines(false)} of work`,
    );
  }
}

function places(): string[] {
  return [...floors, ...besides].filter((place) => files.some((file) => file.place === place));
}

function inPlace(among: readonly SourceFile[], place: string): SourceFile[] {
  return among.filter((file) => file.place === place);
}

function total(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0);
}
