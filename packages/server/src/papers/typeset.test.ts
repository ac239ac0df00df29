import { afterAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { closePress, qrSquares, typeset } from './index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mc-paper-'));
afterAll(async () => {
  await closePress();
  rmSync(folder, { recursive: true });
});

function templateOf(text: string): URL {
  const file = path.join(folder, 'trial.typ');
  writeFileSync(file, text);
  return pathToFileURL(file);
}

const words = templateOf('#import "/sheet.typ": *\n#show: sheet\n#for word in data.words [#word ]');

test('a paper is a PDF, byte by byte the same for the same words and another for others', async () => {
  const data = { title: '试印', words: ['长子县天字号精细化工厂'] };
  const first = await typeset({ template: words, data });
  expect(Buffer.from(first).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(await typeset({ template: words, data })).toEqual(first);
  expect(await typeset({ template: words, data: { ...data, words: ['长子县地字号化工助剂厂'] } })).not.toEqual(first);
});

test('words that look like markup are set as they stand: nothing a name says is evaluated', async () => {
  const dangerous = ['#panic("x")', '*重*', '#read("/nowhere")', '$x', '"]}', '@label', '// 注', '`'];
  const set = await typeset({ template: words, data: { title: '#panic("x")', words: dangerous } });
  expect(set.byteLength).toBeGreaterThan(1000);
});

test('a template that does not compile throws, and the press goes on with the next paper', async () => {
  const data = { title: '试印', words: ['再来'] };
  const wrong = path.join(folder, 'wrong.typ');
  writeFileSync(wrong, '#nothing');
  const before = await typeset({ template: words, data });
  await expect(typeset({ template: pathToFileURL(wrong), data })).rejects.toThrow('was not set');
  // By another press, which gives the same bytes.
  expect(await typeset({ template: words, data })).toEqual(before);
});

test('the code of an address is a square with its three corners', () => {
  const squares = qrSquares('https://example.invalid/b/changzi/draws/2');
  const corner = [true, true, true, true, true, true, true];
  expect(squares.every((row) => row.length === squares.length)).toBe(true);
  expect([squares[0]?.slice(0, 7), squares[0]?.slice(-7), squares.at(-1)?.slice(0, 7)]).toEqual([
    corner,
    corner,
    corner,
  ]);
});
