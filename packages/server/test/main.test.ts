import { existsSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { accountRoutes, addressOf } from '@mingchou/contract';
import { expect, inject, test } from 'vitest';
import { withDatabase } from '../src/db/address.ts';
import { newId } from '../src/id.ts';
import { dataFolder } from './harness/data-folder.ts';
import { runStatement } from './harness/statement.ts';
import { type RunningServer, startServer } from './harness/process.ts';

const root = dataFolder();
const folder = path.join(root, 'formal');

function post(
  server: RunningServer,
  route: (typeof accountRoutes)[keyof typeof accountRoutes],
  body: object,
  cookie = '',
) {
  return fetch(server.address + addressOf(route), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-mingchou': '1',
      'idempotency-key': crypto.randomUUID(),
      cookie,
    },
    body: JSON.stringify(body),
  });
}

test('serve prints a one-time link, and what was acknowledged before kill -9 is there after the next start', async () => {
  let server = await startServer('serve', folder);
  const link = /\/desk\/set-up#([A-Za-z0-9_-]{43})/.exec(server.said());
  expect(server.said()).toContain('还没有登记任何局');
  const bureau = { slug: 'changzi', name: '长子县应急管理局', regionCode: '140428', sectionWord: '股室' };
  const administrator = { login: 'guanli', name: '孙管', password: 'First-2022-pass' };
  const founded = await post(server, accountRoutes.setUp, { token: link?.[1], bureau, administrator });
  const { bureauId } = (await founded.json()) as { bureauId: string };
  const came = await post(server, accountRoutes.signIn, {
    bureauId,
    login: 'guanli',
    password: administrator.password,
  });
  const cookie = came.headers.get('set-cookie')?.split(';')[0] ?? '';

  const acknowledged: string[] = [];
  const killing = (async () => {
    while (acknowledged.length < 30) await new Promise((resolve) => setTimeout(resolve, 5));
    return server.stop('SIGKILL');
  })();
  for (let number = 0; number < 500; number += 1) {
    const code = `Q${String.fromCharCode(65 + Math.floor(number / 26))}${String.fromCharCode(65 + (number % 26))}`;
    const answer = await post(server, accountRoutes.addSection, { code, name: `科室${code}` }, cookie).catch(
      () => undefined,
    );
    if (answer?.status !== 200) break;
    acknowledged.push(code);
  }
  await killing;

  server = await startServer('serve', folder);
  expect(server.startedIn).toBeLessThan(10_000);
  const list = await fetch(server.address + addressOf(accountRoutes.listSections), { headers: { cookie } });
  const { rows } = (await list.json()) as { rows: { code: string }[] };
  const kept = rows.map(({ code }) => code);
  expect(acknowledged.filter((code) => !kept.includes(code))).toEqual([]);
  // One command may have been under way when the server died; it is there wholly or not at all.
  expect(kept.length - 1 - acknowledged.length).toBeLessThanOrEqual(1);
  expect(await server.stop('SIGTERM')).toBe(0);
  expect(server.said()).toContain('已停止，数据已保存');
});

test('a demonstration is not opened over real records', async () => {
  await expect(startServer('start', folder)).rejects.toThrow('这个数据文件夹里是正式数据，不能作为演示启动');
});

test('DATABASE_URL replaces the embedded database, with an owner who is no superuser and has a password', async () => {
  const owner = `owner_${newId().slice(-12)}`;
  const cluster = inject('databaseUrl');
  await runStatement(cluster, `create role ${owner} login createrole password 'geheim'`);
  await runStatement(cluster, `create database ${owner} owner ${owner}`);
  const url = new URL(withDatabase(cluster, owner));
  url.username = owner;
  url.password = 'geheim';
  const elsewhere = path.join(root, 'elsewhere');
  const server = await startServer('serve', elsewhere, { DATABASE_URL: url.href });
  expect(server.said()).toContain('还没有登记任何局');
  expect(existsSync(path.join(elsewhere, 'postgres'))).toBe(false);
  await server.stop();
  const [app] = await runStatement(cluster, "select rolpassword from pg_authid where rolname = 'mingchou_app'");
  expect(app?.rolpassword).toMatch(/^SCRAM-SHA-256/);
});

test('a wrong setting is named in Chinese', async () => {
  const wrong = startServer('serve', path.join(root, 'wrong'), { DATABASE_URL: 'mysql://localhost/x' });
  await expect(wrong).rejects.toThrow('环境变量 DATABASE_URL 的值不对');
});

test('a start without the master key, or with another, ends in words and makes no new key; with its own it opens', async () => {
  const data = path.join(root, 'keyed');
  const [own, moved, other] = [
    path.join(data, 'master.key'),
    path.join(root, 'safe.key'),
    path.join(root, 'other.key'),
  ];
  await (await startServer('serve', data)).stop();
  renameSync(own, moved);
  await expect(startServer('serve', data)).rejects.toThrow('没有找到主密钥文件');
  expect(existsSync(own)).toBe(false);
  writeFileSync(other, `${'a'.repeat(64)}\n`);
  const pointing = (place: string) => startServer('serve', data, { MINGCHOU_MASTER_KEY_FILE: place });
  await expect(pointing(other)).rejects.toThrow('不是这个数据库的，没有启动');
  expect(await (await pointing(moved)).stop()).toBe(0);
  expect(existsSync(own)).toBe(false);
}, 60_000);
