import { randomInt } from 'node:crypto';
import { readdir, readFile as readBytes, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { accountRoutes, exchangeRoutes, registryRoutes } from '@mingchou/contract';
import { checkCharacterOf, type PersonId } from '@mingchou/domain';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { verifyChain } from '../src/audit/index.ts';
import { inRead, inTx } from '../src/db/tx.ts';
import { readFile, saveFile } from '../src/files/index.ts';
import { clearSealers } from '../src/composition.ts';
import { newKey, seal, unseal } from '../src/secrets/cipher.ts';
import { destroyRecordKey, openMasterKey, rotateBureauKey } from '../src/secrets/index.ts';
import { sealWhatIsClear } from '../src/shell/seal-clear.ts';
import type { Client } from '../src/shell/client.ts';
import { type TestBureau, testBureau, testHouse } from './harness.ts';
import { adoptSamplePolicy } from './harness/policy.ts';

/** Made-up numbers that stand nowhere else: after their first digits everything is chance. */
const phoneStart = '19977';
const identityStart = '140428197713';
const serials = new Set<number>();
function serial(): string {
  let next = randomInt(1_000_000);
  while (serials.has(next)) next = randomInt(1_000_000);
  serials.add(next);
  return String(next).padStart(6, '0');
}
const canaries = new Set<string>();
function canary(start: string): string {
  const made = start + serial();
  canaries.add(made);
  return made;
}

const logged: string[] = [];
let bureau: TestBureau;
let clerk: Client;
let administrator: Client;
beforeAll(async () => {
  bureau = await testBureau({ now: '2022-03-21T01:00:00Z', readLog: (line) => logged.push(line) });
  [clerk, administrator] = [await bureau.as('何书'), await bureau.as('管理员')];
  await adoptSamplePolicy(clerk, 'zz');
});
afterAll(() => bureau.close());

let objects = 900;
const code = () => {
  const first17 = `91140428XX${String((objects += 1)).padStart(7, '0')}`;
  return first17 + checkCharacterOf(first17);
};
const subject = (contactPhone: string) => ({
  ...{
    name: `长子县第${objects}加油站`,
    codeKind: 'credit' as const,
    code: code(),
    address: '示例路1号',
    region: null,
  },
  ...{ sector: 'hazchem-trade', priority: 'ordinary' as const, creditGrade: null, standardisation: null },
  ...{ sectionId: null, contactName: null, contactPhone },
});
const inspector = (numbers: { phone: string; identityNumber: string }) => ({
  ...{ name: '冯八', certificateNo: `14042822${(objects += 1)}`, issuer: '山西省人民政府', expiresOn: '2024-12-31' },
  ...{ employment: 'administrative' as const, sectionId: null, qualifications: ['hazchem-trade'], cap: 4, ...numbers },
});
const account = (login: string, numbers: { phone: string; identityNumber: string }) => ({
  ...{ login, name: '孙新', roles: ['inspector' as const], sectionId: null, password: 'First-2022-pass', ...numbers },
});

/** Every canary in the bytes, as text or as the hexadecimal a dump writes for bytea. */
function canariesIn(bytes: Buffer | string): string[] {
  const text = typeof bytes === 'string' ? bytes : bytes.toString('latin1');
  const hex = (start: string) => Buffer.from(start).toString('hex');
  const plain = [...text.matchAll(/19977\d{6}|140428197713\d{6}/g)].map(([found]) => found);
  const dumped = [phoneStart, identityStart].flatMap((start) =>
    [...text.matchAll(new RegExp(`${hex(start)}(3\\d){6}`, 'gi'))].map(([found]) =>
      Buffer.from(found, 'hex').toString(),
    ),
  );
  return [...plain, ...dumped].filter((found) => canaries.has(found));
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

async function canariesInFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const file of await filesBelow(folder)) {
    // PostgreSQL renames and removes files of its own while it runs.
    const bytes = await readBytes(file).catch(() => Buffer.alloc(0));
    found.push(...canariesIn(bytes).map((number) => `${file}: ${number}`));
  }
  return found;
}

async function tables(): Promise<string[]> {
  const rows = await bureau.sql(`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`);
  return rows.map((row) => String(row['name']));
}

test('S26: of 1 200 telephones and identity numbers given to the server none stands in a table, a file, the log or a page', async () => {
  const numbers = () => ({ phone: canary(phoneStart), identityNumber: canary(identityStart) });
  const ids: string[] = [];
  for (let each = 0; each < 20; each += 1) {
    const added = numbers();
    const { id } = await administrator.mustSend(accountRoutes.addPerson, account(`sun${each}`, added));
    ids.push(id);
    const shown = await clerk.mustSend(accountRoutes.revealPersonNumber, { id, which: 'identityNumber' });
    expect(shown.value).toBe(added.identityNumber);
  }
  const phone = canary(phoneStart);
  const { id } = await clerk.mustSend(registryRoutes.addSubject, subject(phone));
  expect((await clerk.mustSend(registryRoutes.revealContact, { of: 'subject', id })).values).toEqual([
    { field: 'contactPhone', value: phone },
  ]);
  await clerk.mustSend(registryRoutes.addInspector, inspector(numbers()));
  // Refused ones too: a login that is taken, a form that does not fit, a workbook with wrong rows.
  await administrator.send(accountRoutes.addPerson, account('sun1', numbers()));
  await clerk.send(registryRoutes.addSubject, { ...subject(`${canary(phoneStart)}00`), name: '' });
  const rows = Array.from({ length: 1_100 }, (_, at) =>
    [
      `长子县第${at}演示站`,
      code(),
      '危化经营',
      '示例路1号',
      '张示例',
      canary(phoneStart) + (at % 50 === 0 ? '9' : ''),
    ].join(','),
  );
  const csv = ['企业名称,统一社会信用代码,行业类别,地址,联系人,联系电话', ...rows].join('\r\n');
  const base64 = Buffer.from(csv).toString('base64');
  const tried = await clerk.mustSend(exchangeRoutes.dryRunImport, { target: 'subject', fileName: '名录.csv', base64 });
  expect(tried.counts).toMatchObject({ new: 1_078, wrong: 22 });
  await clerk.mustSend(exchangeRoutes.confirmImport, { dryRunId: tried.id, mode: 'skip-wrong' });
  // The sealed workbook still gives its wrong rows back.
  await clerk.mustAsk(exchangeRoutes.downloadWrongRows, { dryRunId: tried.id });
  expect(canaries.size).toBeGreaterThan(1_100);
  await bureau.runJobs();

  for (const table of await tables()) {
    const dump = await bureau.sql(`select string_agg(t::text, chr(10)) as dump from ${table} t`);
    expect(canariesIn(String(dump[0]?.['dump'])), table).toEqual([]);
  }
  await bureau.sql('checkpoint');
  const [place] = await bureau.sql(
    `select current_setting('data_directory') as folder, (select oid from pg_database where datname = current_database()) as oid`,
  );
  const cluster = String(place?.['folder']);
  for (const folder of [
    bureau.filesFolder,
    path.join(cluster, 'base', String(place?.['oid'])),
    path.join(cluster, 'pg_wal'),
  ]) {
    expect(await canariesInFiles(folder), folder).toEqual([]);
  }
  expect(logged.length).toBeGreaterThan(0);
  expect(canariesIn(logged.join('\n'))).toEqual([]);
  const pages = ['/', '/b/changzi/', '/b/changzi/plan', '/b/changzi/results', '/healthz', '/openapi.json'];
  for (const url of pages) expect(canariesIn((await bureau.app.inject({ url })).rawPayload), url).toEqual([]);
}, 60_000);

test('the search above would have seen them: it finds a number in a file and in a dumped column', async () => {
  const phone = canary(phoneStart);
  expect(canariesIn(Buffer.from(`a${phone}b`))).toEqual([phone]);
  const [row] = await bureau.sql(`select row(convert_to($1, 'UTF8'))::text as dump`, [`{"phone":"${phone}"}`]);
  expect(canariesIn(String(row?.['dump']))).toEqual([phone]);
});

test('a sealed record opens with its own key at its own place, and with no other', () => {
  const key = newKey();
  const sealed = seal(key, Buffer.from('13900001234'), 'person/1');
  expect(unseal(key, sealed, 'person/1').toString()).toBe('13900001234');
  expect(() => unseal(newKey(), sealed, 'person/1')).toThrow('another key');
  expect(() => unseal(key, sealed, 'person/2')).toThrow('another key');
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => unseal(key, changed, 'person/1')).toThrow();
  }
});

test('two records with the same number look different, and swapped ciphertext does not open', async () => {
  const [phone, identityNumber] = [canary(phoneStart), canary(identityStart)];
  const one = await administrator.mustSend(accountRoutes.addPerson, account('same1', { phone, identityNumber }));
  const two = await administrator.mustSend(accountRoutes.addPerson, account('same2', { phone, identityNumber }));
  const rows = await bureau.sql('select sealed from person where person_id in ($1, $2)', [one.id, two.id]);
  expect(new Set(rows.map((row) => String(row['sealed']))).size).toBe(2);
  await bureau.sql('update person p set sealed = o.sealed from person o where p.person_id = $1 and o.person_id = $2', [
    one.id,
    two.id,
  ]);
  const shown = await clerk.send(accountRoutes.revealPersonNumber, { id: one.id, which: 'phone' });
  expect(shown).toMatchObject({ ok: false, status: 500 });
  await bureau.sql('update person set sealed = null where person_id = $1', [one.id]);
});

test('a destroyed key erases the data: showing them is refused in words, and the audit chain stays whole', async () => {
  const numbers = { phone: canary(phoneStart), identityNumber: canary(identityStart) };
  const person = await administrator.mustSend(accountRoutes.addPerson, account('erased', numbers));
  const firm = await clerk.mustSend(registryRoutes.addSubject, subject(canary(phoneStart)));
  const key = 'sent-before-erasure';
  const asked = { id: person.id, which: 'phone' as const };
  expect(await clerk.send(accountRoutes.revealPersonNumber, asked, { key })).toMatchObject({ ok: true });
  await inTx(bureau.database, bureau.bureauId, async (tx) => {
    expect(await destroyRecordKey(tx, { system: '测试' }, 'person', person.id)).toBe(true);
    expect(await destroyRecordKey(tx, { system: '测试' }, 'contact', firm.id)).toBe(true);
    expect(await destroyRecordKey(tx, { system: '测试' }, 'contact', firm.id)).toBe(false);
  });
  const refusal = { code: 'number-erased' };
  expect(await clerk.send(accountRoutes.revealPersonNumber, asked)).toMatchObject({ status: 409, refusal });
  // Sent once more under the key of the first showing, nothing of it comes back.
  expect(await clerk.send(accountRoutes.revealPersonNumber, asked, { key })).toMatchObject({ status: 409, refusal });
  const contact = await clerk.send(registryRoutes.revealContact, { of: 'subject', id: firm.id });
  expect(contact).toMatchObject({ status: 409, refusal: { code: 'contact-erased' } });
  if (!contact.ok) expect(contact.refusal.message).toContain('已经销毁，不能恢复');
  expect((await clerk.mustAsk(registryRoutes.showSubject, { id: firm.id })).contact).toEqual({
    name: null,
    phone: null,
  });
  const { rows } = await clerk.mustAsk(accountRoutes.listPeople, { search: 'erased' });
  expect(rows).toMatchObject([{ phone: null, identityNumber: null }]);

  await expect.poll(async () => (await chain()).waiting).toBe(0);
  expect(await chain()).toMatchObject({ fault: null });
  const told = await bureau.sql(`select event from audit_entry where event_type = 'personal-data-erased'`);
  expect(told).toHaveLength(2);
});
const chain = () => inRead(bureau.database, bureau.bureauId, verifyChain);

test('a number given again after an erasure has a new key', async () => {
  const input = subject(canary(phoneStart));
  const { id, version } = await clerk.mustSend(registryRoutes.addSubject, input);
  await inTx(bureau.database, bureau.bureauId, (tx) => destroyRecordKey(tx, { system: '测试' }, 'contact', id));
  const contactPhone = canary(phoneStart);
  const changed = { ...input, contactPhone, id, version, reason: '重新收集' };
  await clerk.mustSend(registryRoutes.changeSubject, changed);
  const shown = await clerk.mustSend(registryRoutes.revealContact, { of: 'subject', id });
  expect(shown.values).toEqual([{ field: 'contactPhone', value: contactPhone }]);
});

test("after the bureau's key was rotated everything opens, kept replies too", async () => {
  const phone = canary(phoneStart);
  const input = subject(phone);
  const first = await clerk.send(registryRoutes.addSubject, input, { key: 'before-the-rotation' });
  if (!first.ok) throw new Error(first.refusal.message);
  await inTx(bureau.database, bureau.bureauId, (tx) => rotateBureauKey(tx, { system: '测试' }));
  const under = await bureau.sql('select distinct generation from record_key where wrapped is not null');
  expect(under).toEqual([{ generation: 2 }]);
  const { id } = first.value;
  const shown = await clerk.mustSend(registryRoutes.revealContact, { of: 'subject', id });
  expect(shown.values).toEqual([{ field: 'contactPhone', value: phone }]);
  expect(await clerk.send(registryRoutes.addSubject, input, { key: 'before-the-rotation' })).toEqual(first);
});

test('a personal file is sealed on the disk and comes back as it was given; without its key it is gone', async () => {
  const content = Buffer.from(`联系电话 ${canary(phoneStart)}`);
  const label = { name: '名录.csv', mediaType: 'text/csv' };
  const save = (personal: boolean) =>
    inTx(bureau.database, bureau.bureauId, (tx) => saveFile(tx, content, { ...label, personal }));
  const [{ hash }] = [await save(true), await save(false)];
  expect(canariesIn(await readBytes(path.join(bureau.filesFolder, bureau.bureauId, hash.slice(0, 2), hash)))).toEqual(
    [],
  );
  const read = () => inRead(bureau.database, bureau.bureauId, (db) => readFile(db, hash));
  expect((await read())?.bytes).toEqual(content);
  await inTx(bureau.database, bureau.bureauId, (tx) => destroyRecordKey(tx, { system: '测试' }, 'file', hash));
  expect(await read()).toBeUndefined();
});

test('what an earlier version left in clear is sealed at the next start', async () => {
  const phone = canary(phoneStart);
  const { id } = await clerk.mustSend(registryRoutes.addSubject, subject(canary(phoneStart)));
  const personId: PersonId = bureau.personId('钱二');
  for (const table of ['person', 'registry_contact']) {
    await bureau.sql(`alter table ${table} drop constraint nothing_in_clear`);
  }
  await bureau.sql('update person set phone = $1 where person_id = $2', [phone, personId]);
  await bureau.sql('update registry_contact set sealed = null, contact = $1 where record_id = $2', [
    JSON.stringify({ contactName: null, contactPhone: phone }),
    id,
  ]);
  await sealWhatIsClear(bureau.database, clearSealers);
  for (const table of ['person', 'registry_contact']) {
    const dump = await bureau.sql(`select string_agg(t::text, chr(10)) as dump from ${table} t`);
    expect(canariesIn(String(dump[0]?.['dump'])), table).toEqual([]);
  }
  const own = await clerk.mustSend(accountRoutes.revealPersonNumber, { id: personId, which: 'phone' });
  expect(own.value).toBe(phone);
  const shown = await clerk.mustSend(registryRoutes.revealContact, { of: 'subject', id });
  expect(shown.values).toEqual([{ field: 'contactPhone', value: phone }]);
});

test('the master key is made at the first start, for its owner alone; missing, wrong or spoilt it stops the start in words', async () => {
  const house = await testHouse();
  const place = path.join(inject('dataFolder'), `master-${house.filesFolder.slice(-8)}.key`);
  const usual = path.join(path.dirname(house.filesFolder), 'master.key');
  expect((await stat(usual)).mode & 0o777).toBe(0o600);
  await expect(openMasterKey(house.ownerUrl, place)).rejects.toThrow(/没有找到主密钥文件.*没有启动.*从备份取回/);
  // Nothing was made in its place.
  await expect(stat(place)).rejects.toThrow('ENOENT');
  await writeFile(place, `${'0'.repeat(64)}\n`);
  await expect(openMasterKey(house.ownerUrl, place)).rejects.toThrow('不是这个数据库的，没有启动');
  await writeFile(place, 'mingchou');
  await expect(openMasterKey(house.ownerUrl, place)).rejects.toThrow('内容不是主密钥');
  const known = await openMasterKey(house.ownerUrl, usual);
  await rm(place);
  await house.sql('delete from master_key');
  // Two servers that start together on an empty database end up with one key.
  const both = await Promise.all([openMasterKey(house.ownerUrl, place), openMasterKey(house.ownerUrl, place)]);
  expect(both[0].equals(both[1])).toBe(true);
  expect(both[0].equals(known)).toBe(false);
  await rm(place);
  await house.close();
});
