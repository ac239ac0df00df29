import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, inject, test } from 'vitest';
import { withDatabase } from '../src/db/address.ts';
import { migrate, splitStatements } from '../src/db/migrate.ts';
import { parseInt8, parseTimestamp } from '../src/db/pool.ts';
import { newId } from '../src/id.ts';
import { dataFolder } from './harness/data-folder.ts';
import { runStatement } from './harness/statement.ts';

const root = dataFolder();
let url: string;
let folder: string;
beforeEach(async () => {
  const name = `migrate_${newId().replaceAll('-', '')}`;
  await runStatement(inject('databaseUrl'), `create database ${name}`);
  url = withDatabase(inject('databaseUrl'), name);
  folder = path.join(root, name);
  mkdirSync(folder);
});

function file(name: string, text: string): void {
  writeFileSync(path.join(folder, name), text);
}

test('a file is split at each semicolon that a blank line follows', () => {
  const text = '-- why\ncreate table a (n int);\n\ninsert into a values (1);\ninsert into a values (2);\n\n-- last\n';
  expect(splitStatements(text)).toEqual([
    '-- why\ncreate table a (n int)',
    'insert into a values (1);\ninsert into a values (2)',
  ]);
});

test('files are applied once each, in the order of their names', async () => {
  file('0002-b.sql', 'alter table a add m int;\n');
  file('0001-a.sql', 'create table a (n int);\n\ncreate index on a (n);\n');
  expect(await migrate(url, folder)).toEqual(['0001-a.sql', '0002-b.sql']);
  expect(await migrate(url, folder)).toEqual([]);
});

test('a file that fails leaves nothing of itself, and the ones before it stay', async () => {
  file('0001-a.sql', 'create table a (n int);\n');
  file('0002-b.sql', 'create table b (n int);\n\ncreate table a (n int);\n');
  await expect(migrate(url, folder)).rejects.toThrow('migration 0002-b.sql failed');
  const [row] = await runStatement(url, "select to_regclass('a') is not null as a, to_regclass('b') is not null as b");
  expect(row).toEqual({ a: true, b: false });
});

test('a file that was changed after it was applied stops the start in Chinese', async () => {
  file('0001-a.sql', 'create table a (n int);\n');
  await migrate(url, folder);
  file('0001-a.sql', 'create table a (n bigint);\n');
  await expect(migrate(url, folder)).rejects.toThrow('数据库结构文件 0001-a.sql 在执行之后被改过');
});

test('servers that start together apply each file once', async () => {
  file('0001-a.sql', 'create table a (n int);\n');
  const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(url, folder)));
  expect(applied.flat()).toEqual(['0001-a.sql']);
});

test('numbers beyond what a number holds are not rounded', () => {
  expect(parseInt8('9007199254740991')).toBe(9_007_199_254_740_991);
  expect(() => parseInt8('9007199254740993')).toThrow('outside the safe range');
});

test('moments are read as whole seconds in UTC', () => {
  expect(parseTimestamp('2022-04-01 08:00:00.999+00')).toBe('2022-04-01T08:00:00Z');
});
