import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vector } from '../test/vector.ts';
import { bundleOf } from './bundle/bundle.ts';

const vectors = join(import.meta.dirname, '../../../vectors');
const cli = join(import.meta.dirname, 'cli.ts');
let home = '';

function run(...args: readonly string[]): { readonly status: number; readonly text: string } {
  try {
    return { status: 0, text: execFileSync(process.execPath, [cli, ...args], { encoding: 'utf8', stdio: 'pipe' }) };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { status, text: stdout + stderr };
  }
}

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'verify-draw-'));
});
afterAll(() => {
  rmSync(home, { recursive: true });
});

describe('verify-draw', () => {
  test('a folder and the ZIP of it give the same report, exit 0, and say what is not proven', () => {
    const zip = join(home, 'plain.zip');
    writeFileSync(zip, bundleOf(vector('plain-sm3')));
    const folder = run(join(vectors, 'plain-sm3'));
    expect(folder).toEqual(run(zip));
    expect(folder.status).toBe(0);
    expect(folder.text).toMatch(/^没有发现不符，但有未核的。共19项：通过18项，未核1项，不符0项\n/);
    expect(folder.text).toContain('未核  log');
  });

  test('a changed line exits 1 and names the check first', () => {
    const folder = join(home, 'changed');
    cpSync(join(vectors, 'plain-sm3'), folder, { recursive: true });
    const labels = readFileSync(join(folder, 'labels.csv'), 'utf8');
    writeFileSync(join(folder, 'labels.csv'), labels.replace('示例企业000', '示例企业999'));
    const { status, text } = run(folder);
    expect(status).toBe(1);
    expect(text).toContain('\n不符  labels-hash');
  });

  test('--json is the report itself', () => {
    const { status, text } = run(join(vectors, 'weighted'), '--json');
    expect(status).toBe(0);
    expect(JSON.parse(text)).toMatchObject({ verdict: 'partial', commitment: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test('what is no bundle exits 2 and says why', () => {
    const notes = join(home, 'notes.zip');
    writeFileSync(notes, 'hello');
    expect(run(notes)).toMatchObject({ status: 2, text: expect.stringContaining('这不是ZIP文件') });
    expect(run(join(home, 'nowhere'))).toMatchObject({ status: 2, text: expect.stringContaining('没有这个文件') });
    expect(run(vectors)).toMatchObject({ status: 2, text: expect.stringContaining('不应有的文件') });
    expect(run()).toMatchObject({ status: 2 });
    expect(run('a', 'b')).toMatchObject({ status: 2 });
    expect(run('--help')).toMatchObject({ status: 0, text: expect.stringContaining('退出码') });
  });

  test('a link in the folder is not followed', () => {
    const folder = join(home, 'linked');
    cpSync(join(vectors, 'plain-sm3'), folder, { recursive: true });
    rmSync(join(folder, 'labels.csv'));
    symlinkSync(join(vectors, 'plain-sm3', 'labels.csv'), join(folder, 'labels.csv'));
    expect(run(folder).status).toBe(2);
  });
});
