import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { socketUrl } from '../src/db/address.ts';
import { startEmbedded } from '../src/db/embedded.ts';
import { chooseMode } from '../src/db/embedded-launch.ts';
import { dataFolder } from './harness/data-folder.ts';
import { runStatement } from './harness/statement.ts';

const root = dataFolder();
const owner = (server: { host: string; user: string }) => socketUrl(server.host, server.user, 'postgres');

test('the database has checksums, UTF-8, sees Chinese characters in its trigrams, and listens on no network', async () => {
  const server = await startEmbedded(path.join(root, 'plain'));
  const [row] = await runStatement(
    owner(server),
    `select current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding,
      current_setting('listen_addresses') as listens, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commits, current_setting('timezone') as zone`,
  );
  expect(row).toEqual({ checksums: 'on', encoding: 'UTF8', listens: '', fsync: 'on', commits: 'on', zone: 'UTC' });
  await runStatement(owner(server), 'create extension pg_trgm');
  const [grams] = await runStatement(owner(server), "select cardinality(show_trgm('危化股')) as n");
  expect(grams).toEqual({ n: 4 });
  expect(statSync(server.host).mode & 0o777).toBe(0o700);
  expect(Buffer.byteLength(path.join(server.host, '.s.PGSQL.5432'))).toBeLessThan(107);
  await server.stop();
  expect(existsSync(server.host)).toBe(false);
});

test('a second start on one data folder is refused in Chinese, and the first goes on', async () => {
  // The folder of the test before: making a database takes longest.
  const folder = path.join(root, 'plain');
  const server = await startEmbedded(folder);
  await expect(startEmbedded(folder)).rejects.toThrow(
    `数据文件夹 ${folder} 正由另一个明抽进程使用（进程号 ${process.pid}），本次没有启动`,
  );
  expect(await runStatement(owner(server), 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
});

test('a lock left by a process that is gone does not hold the folder', async () => {
  const folder = path.join(root, 'plain');
  // The number of a living process, which began at another moment than the one that wrote the lock.
  writeFileSync(path.join(folder, 'mingchou.lock'), `${process.pid} 1`);
  await (await startEmbedded(folder)).stop();
  expect(existsSync(path.join(folder, 'mingchou.lock'))).toBe(false);
});

test('a creation that was interrupted is begun again', async () => {
  const folder = path.join(root, 'half');
  mkdirSync(path.join(folder, 'postgres.new'), { recursive: true });
  writeFileSync(path.join(folder, 'postgres.new', 'PG_VERSION'), '15\n');
  await (await startEmbedded(folder)).stop();
  expect(existsSync(path.join(folder, 'postgres.new'))).toBe(false);
});

const embedded = path.resolve(import.meta.dirname, '../src/db/embedded.ts');
// Commits numbers one after the other and says each when it is acknowledged.
const writer = `
  const { startEmbedded } = await import(${JSON.stringify(embedded)});
  const { default: pg } = await import('pg');
  const server = await startEmbedded(process.argv[1]);
  const client = new pg.Client({ host: server.host, user: server.user, database: 'postgres' });
  await client.connect();
  await client.query('create table if not exists ack (n int primary key)');
  const { rows } = await client.query('select coalesce(max(n), 0) as n from ack');
  for (let n = rows[0].n + 1; ; n += 1) {
    await client.query('insert into ack values ($1)', [n]);
    console.log(n);
  }`;

test('after kill -9 under load the database opens cleanly and has every acknowledged commit', async () => {
  const folder = path.join(root, 'killed');
  for (let round = 1; round <= 3; round += 1) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', writer, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: path.resolve(import.meta.dirname, '..'),
    });
    let acknowledged = 0;
    child.stdout.on('data', (text: Buffer) => {
      acknowledged = Number(/(\d+)\n$/.exec(text.toString())?.[1] ?? acknowledged);
      if (acknowledged > round * 200) child.kill('SIGKILL');
    });
    await once(child, 'exit');
    // At once: the old database is still on its way out.
    const server = await startEmbedded(folder);
    const [row] = await runStatement(owner(server), 'select count(*)::int as n, max(n)::int as last from ack');
    expect(Number(row?.last)).toBeGreaterThanOrEqual(acknowledged);
    expect(row?.n).toBe(row?.last);
    await server.stop();
  }
});

test('a database that is killed comes back by itself on the same socket', async () => {
  const server = await startEmbedded(path.join(root, 'plain'));
  await runStatement(owner(server), 'create table if not exists kept (n int)');
  await runStatement(owner(server), 'insert into kept values (1)');
  const before = server.processId();
  process.kill(before, 'SIGKILL');
  const until = performance.now() + 15_000;
  let rows: unknown[] = [];
  while (rows.length === 0 && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    rows = await runStatement(owner(server), 'select n from kept').catch(() => []);
  }
  expect(rows).toEqual([{ n: 1 }]);
  expect(server.processId()).not.toBe(before);
  await server.stop();
});

test.runIf(process.getuid?.() === 0)('as root the database runs in a user namespace, or else as nobody', async () => {
  expect(['namespace', 'nobody']).toContain(chooseMode());
  const folder = execFileSync('mktemp', ['-d', '/tmp/mingchou-nobody-XXXXXX'], { encoding: 'utf8' }).trim();
  const server = await startEmbedded(folder, { mode: 'nobody' });
  expect(await runStatement(owner(server), 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(statSync(path.join(folder, 'postgres')).uid).toBe(65_534);
  await server.stop();
  execFileSync('rm', ['-rf', folder]);
});
