import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** The pieces of work a row may wait for. */
const work = [
  'issue C',
  'field work',
  'rectification and referral',
  'disclosure and credit',
  'archive and statistics',
  'operations and security',
];

interface Row {
  readonly id: string;
  readonly demand: string;
  readonly shownBy: readonly string[];
}

function rowsOf(table: string): Row[] {
  return table
    .split('\n')
    .map((line) => line.match(/^\| ([A-Z]+-?\d+) \| (.+?) \| (.*) \|$/))
    .flatMap((cells) => {
      const [, id, demand, last] = cells ?? [];
      if (id === undefined || demand === undefined || last === undefined) return [];
      return [{ id, demand, shownBy: entriesOf(last) }];
    });
}

/** Entries stand between semicolons; a title in backticks may hold one of its own. */
function entriesOf(cell: string): string[] {
  return [...cell.matchAll(/`[^`]*`|[^;`]+/g)].map(([entry]) => entry.trim()).filter((entry) => entry !== '');
}

/** What is wrong with one entry of the last column; `undefined` when it stands. */
function faultOf(entry: string): string | undefined {
  if (work.includes(entry)) return undefined;
  const [, file, title] = entry.match(/^`([^`›]+) › ([^`]+)`$/) ?? [];
  if (file === undefined || title === undefined) return `neither a test nor a piece of work: ${entry}`;
  if (!/[.]test[.]tsx?$/.test(file) || !existsSync(path.join(root, file))) return `no such test file: ${file}`;
  // A title in quotes may carry escaped quotes of its own.
  if (!read(file).replaceAll("\\'", "'").includes(title)) return `no test of this title in ${file}: ${title}`;
  return undefined;
}

const ids = read('docs/requirement-ids.txt').trim().split('\n');
const rows = rowsOf(read('docs/requirements.md'));

test('every demand has one row, and every row answers a demand', () => {
  expect(rows.map(({ id }) => id)).toEqual(ids);
});

test('every row says in words what is asked for', () => {
  expect(rows.filter(({ demand }) => demand.trim().length < 8).map(({ id }) => id)).toEqual([]);
});

test('every row names a test that exists or a piece of work to come', () => {
  const faults = rows.flatMap(({ id, shownBy }) => shownBy.map(faultOf).map((fault) => fault && `${id}: ${fault}`));
  expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
});

test('a missing file, a missing title and an unknown piece of work are found', () => {
  expect(faultOf('`scripts/nowhere.test.ts › a title`')).toContain('no such test file');
  expect(faultOf('`scripts/house.test.ts › a title that nobody wrote`')).toContain('no test of this title');
  expect(faultOf('later')).toContain('neither a test');
});
