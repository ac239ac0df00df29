import { accountRoutes, auditRoutes } from '@mingchou/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { appendAudit } from '../src/audit/append.ts';
import { startSequencer } from '../src/audit/sequencer.ts';
import { verifyChain } from '../src/audit/verify.ts';
import { asRole } from '../src/db/address.ts';
import { openPool, openTables } from '../src/db/pool.ts';
import { inRead, inTx } from '../src/db/tx.ts';
import { newId } from '../src/id.ts';
import { type TestBureau, type TestHouse, testHouse } from './harness.ts';

let house: TestHouse;
let bureau: TestBureau;
let founded = 0;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  founded += 1;
  bureau = await house.addBureau(`ju-${founded}`, `第${founded}局`);
});
afterAll(() => house.close());

const aggregate = newId();

async function write(count: number): Promise<void> {
  for (let version = 1; version <= count; version += 1) {
    const event = { type: 'noted', version };
    const audited = { noun: 'probe', aggregateId: aggregate, version, event };
    await inTx(bureau.database, bureau.bureauId, (tx) => appendAudit(tx, { system: '测试' }, audited));
  }
}

function settled(): Promise<void> {
  const { ownerUrl } = bureau;
  const links = openTables(openPool(asRole(ownerUrl, 'mingchou_sequencer'), { max: 2, onError: () => undefined }));
  const sequencer = startSequencer(links, () => undefined);
  return sequencer
    .settle(bureau.bureauId)
    .then(() => sequencer.stop())
    .then(() => links.destroy());
}

function verified() {
  return inRead(bureau.database, bureau.bureauId, verifyChain);
}

test('every committed entry gets the next place in its bureau, without a gap', async () => {
  await write(20);
  await settled();
  const rows = await bureau.sql('select position::int from audit_link where bureau_id = $1 order by 1', [
    bureau.bureauId,
  ]);
  // The founding of the bureau is the first entry.
  expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  expect(await verified()).toMatchObject({ head: { position: 21 }, fault: null, waiting: 0 });
});

test('two sequencers at work on one bureau still make one chain', async () => {
  await Promise.all([write(15), settled(), write(15), settled(), settled()]);
  await settled();
  expect(await verified()).toMatchObject({ head: { position: 31 }, fault: null });
});

test('an entry of a command that is rolled back stands nowhere', async () => {
  const broken = inTx(bureau.database, bureau.bureauId, async (tx) => {
    const audited = { noun: 'probe', aggregateId: aggregate, version: 1, event: { type: 'never' } };
    await appendAudit(tx, { system: '测试' }, audited);
    throw new Error('later');
  });
  await expect(broken).rejects.toThrow('later');
  await settled();
  expect(await verified()).toMatchObject({ head: { position: 1 }, fault: null });
});

const tamperings: readonly { readonly what: string; readonly statement: string; readonly fault: object }[] = [
  {
    what: 'an edited event',
    statement: `update audit_entry set event = event || '{"version": 99}' where entry_id = (select entry_id from audit_link where bureau_id = $1 and position = 4)`,
    fault: { code: 'changed-entry', position: 4 },
  },
  {
    what: 'another name under an act',
    statement: `update audit_entry set actor_name = '别人' where entry_id = (select entry_id from audit_link where bureau_id = $1 and position = 2)`,
    fault: { code: 'changed-entry', position: 2 },
  },
  {
    what: 'a moment moved by a second',
    statement: `update audit_entry set at = at + interval '1 second' where entry_id = (select entry_id from audit_link where bureau_id = $1 and position = 6)`,
    fault: { code: 'changed-entry', position: 6 },
  },
  {
    what: 'a link taken out',
    statement: 'delete from audit_link where bureau_id = $1 and position = 3',
    fault: { code: 'gap', position: 3 },
  },
  {
    what: 'a tail cut off, with its entries left behind',
    statement: 'delete from audit_link where bureau_id = $1 and position > 4',
    fault: { code: 'left-out' },
  },
  {
    what: 'a link with another hash',
    statement: `update audit_link set hash = sha256(hash) where bureau_id = $1 and position = 5`,
    fault: { code: 'changed-entry', position: 5 },
  },
  {
    what: 'two entries that changed places',
    statement: `update audit_link l set entry_id = (select o.entry_id from audit_link o where o.bureau_id = l.bureau_id and o.position = 9 - l.position)
      where bureau_id = $1 and position in (4, 5)`,
    fault: { code: 'changed-entry', position: 4 },
  },
];

test.each(tamperings)('$what is found, and the first bad entry named', async ({ statement, fault }) => {
  await write(6);
  await settled();
  expect(await verified()).toMatchObject({ head: { position: 7 }, fault: null });
  await bureau.sql('alter table audit_link drop constraint if exists audit_link_bureau_id_entry_id_key');
  await bureau.sql(statement, [bureau.bureauId]);
  expect(await verified()).toMatchObject({ fault });
});

test('whichever field of whichever entry is changed, the check names that entry', async () => {
  await write(8);
  await settled();
  const columns = ['noun', 'event_type', 'actor_name', 'aggregate_id', 'version'] as const;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 9 }), fc.constantFrom(...columns), async (position, column) => {
      const other = { aggregate_id: 'gen_random_uuid()', version: 'version + 1' };
      const value = column === 'aggregate_id' || column === 'version' ? other[column] : `${column} || '·'`;
      const one = '(select entry_id from audit_link where bureau_id = $1 and position = $2)';
      const [before] = await bureau.sql(`select ${column} as was from audit_entry where entry_id = ${one}`, [
        ...[bureau.bureauId, position],
      ]);
      await bureau.sql(`update audit_entry set ${column} = ${value} where entry_id = ${one}`, [
        bureau.bureauId,
        position,
      ]);
      expect(await verified()).toMatchObject({ fault: { code: 'changed-entry', position } });
      await bureau.sql(`update audit_entry set ${column} = $3 where entry_id = ${one}`, [
        ...[bureau.bureauId, position, before?.was],
      ]);
      expect(await verified()).toMatchObject({ fault: null });
    }),
    { numRuns: 20 },
  );
});

test('the auditor sees who did what, newest first, and has the chain checked', async () => {
  const administrator = await bureau.as('管理员');
  await administrator.mustSend(accountRoutes.addSection, { code: 'GM', name: '工贸股' });
  const auditor = await bureau.as('纪检');
  const { rows } = await auditor.mustAsk(auditRoutes.listAuditEntries, { search: '管理员' });
  expect(rows[0]).toMatchObject({ actorName: '管理员', eventType: 'section-added', at: '2022-03-21T01:00:00Z' });
  expect(await auditor.mustAsk(auditRoutes.verifyAuditChain, {})).toMatchObject({ fault: null });
  const inspector = await bureau.as('赵一');
  expect(await inspector.ask(auditRoutes.listAuditEntries, {})).toMatchObject({ status: 403 });
});
