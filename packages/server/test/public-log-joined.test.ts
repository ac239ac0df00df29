import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { leafHash, readCheckpoint, treeHash } from '@mingchou/verifier';
import { expect, inject, test } from 'vitest';
import { asRole, withDatabase } from '../src/db/address.ts';
import { migrate, migrationsFolder } from '../src/db/migrate.ts';
import { openPool, openTables } from '../src/db/pool.ts';
import { newId } from '../src/id.ts';
import { entriesBetween, latestCheckpoint, openPublicLog } from '../src/public-log/index.ts';
import { runStatement } from './harness/statement.ts';

test('the logs that each bureau once had go on in the common one, in the order of their time, and are signed', async () => {
  const name = `test_${newId<string>().replaceAll('-', '')}`;
  const server = inject('databaseUrl');
  await runStatement(server, `create database ${name}`);
  const url = withDatabase(server, name);
  const folder = mkdtempSync(path.join(tmpdir(), 'mc-joined-'));
  for (const file of readdirSync(migrationsFolder)) {
    if (file < '0760') cpSync(path.join(migrationsFolder, file), path.join(folder, file));
  }
  await migrate(url, folder);
  const bureaus = [newId<string>(), newId<string>()];
  for (const [at, bureau] of bureaus.entries()) {
    await runStatement(
      url,
      `insert into bureau (bureau_id, slug, name, region_code, section_word) values ($1, $2, $2, '140428', '股室')`,
      [bureau, `bureau-${at}`],
    );
    for (const index of [0, 1]) {
      const values = [
        bureau,
        index,
        `{"no":${2 * index + at}}`,
        'a'.repeat(64),
        `2022-04-0${1 + 2 * index + at}T00:00:00Z`,
      ];
      await runStatement(url, 'insert into public_log values ($1, $2, $3, $4, $5)', values);
    }
  }
  await migrate(url);
  const app = openTables(openPool(asRole(url, 'mingchou_app'), { max: 1, onError: () => undefined }));
  try {
    await openPublicLog(app, folder);
    const entries = await entriesBetween(app, 0, 9);
    expect(entries).toEqual([0, 1, 2, 3].map((no) => `{"no":${no}}`));
    const leaves = entries.map((entry) => leafHash('sha256', entry));
    expect(readCheckpoint((await latestCheckpoint(app)).note)?.root).toEqual(treeHash('sha256', leaves));
  } finally {
    await app.destroy();
    await runStatement(server, `drop database ${name} with (force)`);
    rmSync(folder, { recursive: true });
  }
});
