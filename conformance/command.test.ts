import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleOf, commitmentHash, hexOf, inclusionPath, leafHash, treeHash, utf8 } from '@mingchou/verifier';
import type { FileName } from '@mingchou/verifier';
import { afterAll, expect, test, vi } from 'vitest';
import { type RunProgram, foreignTest } from '../scripts/foreign.ts';
import { batchOf, changed, vectorBundles, verifyPy } from './second-opinion.ts';

vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(path.join(tmpdir(), 'mingchou-second-'));
afterAll(() => rmSync(folder, { recursive: true }));

const whole = vectorBundles().find(({ name }) => name === 'plain-sm3')?.files ?? new Map();

function fileOf(name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

/** The exit code and what was printed, whether or not it was content. */
function ask(run: RunProgram, ...args: readonly string[]): { readonly exit: number; readonly said: string } {
  const quiet = [
    '-c',
    'import subprocess,sys;r=subprocess.run([sys.executable]+sys.argv[1:],stdout=-1,stderr=-2);print(r.returncode);print(r.stdout.decode())',
  ];
  const [exit = '', ...said] = run([...quiet, verifyPy, ...args])
    .toString()
    .split('\n');
  return { exit: Number(exit), said: said.join('\n').trim() };
}

test('verify.py has at most 400 lines and imports nothing but the standard library', () => {
  const source = readFileSync(verifyPy, 'utf8');
  expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(400);
  expect(source.match(/^\s*(?:import|from) .*$/gm)).toEqual([
    'import base64, contextlib, datetime, hashlib, json, os, re, stat, struct, sys, zipfile, zlib',
  ]);
});

foreignTest('python3', 'folder and ZIP give the same report, exit 0, with the names of the protocol page', (run) => {
  const inFolder = ask(run, '--json', path.join(import.meta.dirname, '../vectors/plain-sm3'));
  const inZip = ask(run, '--json', fileOf('whole.zip', bundleOf(whole)));
  expect(inFolder).toEqual(inZip);
  expect(inZip.exit).toBe(0);
  const report = JSON.parse(inZip.said) as { verdict: string; checks: readonly { name: string; status: string }[] };
  expect([report.verdict, report.checks.length]).toEqual(['partial', 19]);
  expect(report.checks.filter(({ status }) => status !== 'passed').map(({ name }) => name)).toEqual(['log']);
});

foreignTest('python3', 'a changed selection exits 1 and is named', (run) => {
  const answer = ask(run, fileOf('changed.zip', bundleOf(changed(whole, 'selected.csv', 30, 1))));
  expect(answer.exit).toBe(1);
  expect(answer.said).toMatch(/selection +failed/);
});

foreignTest(
  'python3',
  'what is no bundle exits 2: no file, no ZIP, a ZIP without a commitment, a ZIP cut short',
  (run) => {
    const zip = bundleOf(whole);
    const unread = [
      path.join(folder, 'nowhere.zip'),
      fileOf('text.zip', new Uint8Array([1, 2, 3])),
      fileOf('cut.zip', zip.slice(0, zip.length - 40)),
      fileOf('empty.zip', bundleOf(new Map([...whole].filter(([name]) => name !== 'commit.json')))),
    ];
    expect(unread.map((file) => ask(run, file).exit)).toEqual([2, 2, 2, 2]);
  },
);

foreignTest('python3', 'SM3 without the help of OpenSSL gives the published example', (run) => {
  const own = `import sys; sys.path.insert(0, ${JSON.stringify(import.meta.dirname)}); sys.dont_write_bytecode = True; import verify; print(verify.sm3(b'abc').hex())`;
  expect(run(['-c', own]).toString().trim()).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
});

foreignTest('python3', 'the commitment is found in the log by its path, and a path of another tree fails', (run) => {
  const commitJson = whole.get('commit.json') ?? new Uint8Array();
  const { bureau, drawNo } = JSON.parse(Buffer.from(commitJson).toString()) as { bureau: string; drawNo: number };
  const c = commitmentHash('sm3', commitJson);
  const entry = `{"at":"2000-01-01T00:00:00Z","bureau":"${bureau}","c":"${c}","drawNo":${drawNo},"kind":"commitment"}`;
  const answers = [0, 1, 2, 3, 4, 5, 6].flatMap((index) => {
    const leaves = Array.from({ length: 7 }, (_, at) => leafHash('sha256', utf8(at === index ? entry : `other ${at}`)));
    const path = (inclusionPath('sha256', leaves, index) ?? []).map(hexOf);
    const root = Buffer.from(treeHash('sha256', leaves)).toString('base64');
    const log = (at: number) =>
      `{"checkpoint":"mingchou.example/log\\n7\\n${root}\\n\\n— a bm8=\\n","entry":${entry},"index":${at},"path":${JSON.stringify(path)},"size":7}`;
    return [index, (index + 1) % 7].map((at) => {
      const zip = bundleOf(new Map([...whole, ['log.json' as const, utf8(log(at))]]));
      return /^log +(\S+) +(\w+)/m
        .exec(ask(run, fileOf('log.zip', zip)).said)
        ?.slice(1)
        .join(' ');
    });
  });
  expect(answers.filter((_, at) => at % 2 === 0)).toEqual(Array.from({ length: 7 }, () => 'not-checked included'));
  expect(answers.filter((_, at) => at % 2 === 1).every((answer) => answer?.startsWith('failed'))).toBe(true);
});

foreignTest(
  'python3',
  'hostile bundles get an answer: deep nesting, endless digits, zero bytes, NaN, a list, nothing at all',
  (run) => {
    const hostile: readonly (readonly [FileName, string])[] = [
      ['rules.json', '['.repeat(1_000_000)],
      ['rules.json', `{"v":${'9'.repeat(1_000_000)}}`],
      ['rules.json', 'NaN'],
      ['commit.json', '{"a":'.repeat(100_000)],
      ['commit.json', '[]'],
      ['seed.json', '['.repeat(300_000)],
      ['pool.csv', '\0'.repeat(1_000_000)],
      ['amendments.jsonl', '{"kind":[]}\n'],
    ];
    const bundles = hostile.map(([name, text]) => ({ name, files: new Map([...whole, [name, utf8(text)] as const]) }));
    const answers = run([verifyPy, '--batch'], batchOf([...bundles, { name: 'nothing', files: new Map() }]));
    const statuses = answers
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as readonly string[]);
    expect(statuses.map((checks) => checks.includes('failed'))).toEqual([...hostile.map(() => true), false]);
    expect(statuses.at(-1)?.every((status) => status === 'not-checked')).toBe(true);
  },
);
