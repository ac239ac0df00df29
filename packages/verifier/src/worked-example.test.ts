import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { vector } from '../test/vector.ts';
import { commitmentHash } from './commitment/commitment.ts';
import type { FileName } from './commitment/file.ts';
import { trusted } from './draw/draw.ts';
import { digestHex } from './hash/digest.ts';
import { drawKey, readSeed } from './seed/seed.ts';

const house = join(import.meta.dirname, '../../..');
const page = readFileSync(join(house, 'docs/draw-protocol.md'), 'utf8');
const files = vector('plain-sha256');
const bytes = (name: FileName) => files.get(name) ?? new Uint8Array();
const h = (text: string) => digestHex('sha256', text);

test('the worked example of docs/draw-protocol.md §10 is what the formulas give', () => {
  const { lines, seed } = trusted(readSeed(bytes('seed.json')));
  const sample = drawKey('sha256', 'sample', seed);
  const assign = drawKey('sha256', 'assign', seed);
  const visit = h(`${assign}:9114042800C4WMH1JC`).slice(0, 32);
  const rows = [
    ['C', commitmentHash('sha256', bytes('commit.json'))],
    ...lines.map((line, at) => [`line ${at + 1}`, line]),
    ['S', seed],
    ['K_sample', sample],
    ['T(`91140428HHKRKAEK0R`)', h(`${sample}:91140428HHKRKAEK0R`)],
    ['K_assign', assign],
    ['K_v of visit `9114042800C4WMH1JC`', visit],
    ['P(`I-005`) there', h(`${visit}:I-005`)],
  ];
  expect(page).toContain(rows.map(([name, value]) => `| ${name} | \`${value}\` |\n`).join(''));
});
