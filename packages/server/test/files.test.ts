import { readdir, readFile as readBytes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRead, inTx } from '../src/db/tx.ts';
import { readFile, saveFile } from '../src/files/index.ts';
import { type TestBureau, testBureau } from './harness.ts';

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await testBureau();
});
afterAll(() => bureau.close());

const bytes = Buffer.from('长子县 2022 年抽查计划\n');
const label = { name: '计划.txt', mediaType: 'text/plain' };

function save(content: Buffer) {
  return inTx(bureau.database, bureau.bureauId, (tx) => saveFile(tx, content, label));
}

test('a file comes back as it was given, under its hash', async () => {
  const saved = await save(bytes);
  expect(saved.hash).toMatch(/^[0-9a-f]{64}$/);
  const file = await inRead(bureau.database, bureau.bureauId, (db) => readFile(db, saved.hash));
  expect(file).toEqual({ ...label, hash: saved.hash, bytes });
});

test('the same bytes are kept once, and no half-written file stays', async () => {
  const [{ hash }] = [await save(bytes), await save(bytes), await Promise.all([save(bytes), save(bytes)])];
  const folder = path.join(bureau.filesFolder, bureau.bureauId, hash.slice(0, 2));
  expect(await readdir(folder)).toEqual([hash]);
  expect(await readBytes(path.join(folder, hash))).toEqual(bytes);
});

test('another bureau has no file of ours, even by its hash', async () => {
  const { hash } = await save(bytes);
  const other = await bureau.addBureau('linzi', '淄博市临淄区应急管理局');
  expect(await inRead(other.database, other.bureauId, (db) => readFile(db, hash))).toBeUndefined();
});

test('bytes that were changed on the disk are not handed out', async () => {
  const { hash } = await save(Buffer.from('原文'));
  await writeFile(path.join(bureau.filesFolder, bureau.bureauId, hash.slice(0, 2), hash), '改过');
  const reading = inRead(bureau.database, bureau.bureauId, (db) => readFile(db, hash));
  await expect(reading).rejects.toThrow('was changed on the disk');
});
