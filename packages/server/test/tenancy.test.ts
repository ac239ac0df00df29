import { accountRoutes, auditRoutes } from '@mingchou/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asRole } from '../src/db/address.ts';
import { inRead, inTx } from '../src/db/tx.ts';
import { newId } from '../src/id.ts';
import { type TestBureau, testBureau } from './harness.ts';
import { runStatement } from './harness/statement.ts';

let here: TestBureau;
let there: TestBureau;
beforeAll(async () => {
  here = await testBureau();
  there = await here.addBureau('linzi', '淄博市临淄区应急管理局');
});
afterAll(() => here.close());

test('without a bureau the application sees no row of any tenant', async () => {
  const person = await here.database.app.selectFrom('person').select('person_id').execute();
  const entries = await here.database.app.selectFrom('audit_entry').select('entry_id').execute();
  expect([...person, ...entries]).toEqual([]);
});

test('a bureau sees only its own rows, also when the query forgets to name the bureau', async () => {
  const seen = await inRead(here.database, here.bureauId, ({ db }) =>
    db.selectFrom('person').select('bureau_id').distinct().execute(),
  );
  expect(seen).toEqual([{ bureau_id: here.bureauId }]);
});

test('a bureau can neither write into another nor change what stands there', async () => {
  const foreign = { bureau_id: there.bureauId, section_id: newId(), code: 'XX', name: '外来' };
  const write = inTx(here.database, here.bureauId, (tx) =>
    sql`insert into section (bureau_id, section_id, code, name)
        values (${foreign.bureau_id}, ${foreign.section_id}, ${foreign.code}, ${foreign.name})`.execute(tx.db),
  );
  await expect(write).rejects.toThrow('row-level security');
  const changed = await inTx(here.database, here.bureauId, (tx) =>
    tx.db.updateTable('person').set({ name: '改名' }).where('bureau_id', '=', there.bureauId).executeTakeFirst(),
  );
  expect(changed.numUpdatedRows).toBe(0n);
});

test('the application cannot switch the protection off', async () => {
  const { app } = here.database;
  await expect(sql`alter table person disable row level security`.execute(app)).rejects.toThrow('must be owner');
  await expect(sql`set role mingchou`.execute(app)).rejects.toThrow('permission denied');
  const alone = asRole(here.ownerUrl, 'mingchou_app');
  await expect(runStatement(alone, 'set row_security = off; select * from person')).rejects.toThrow(
    'row-level security',
  );
});

test('the bureau of one request does not stay on the connection for the next', async () => {
  const bureaus = [here, there];
  const seen = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const bureau = bureaus[index % 2] ?? here;
      const rows = await inRead(here.database, bureau.bureauId, ({ db }) =>
        db.selectFrom('person').select('bureau_id').distinct().execute(),
      );
      return rows.length === 1 && rows[0]?.bureau_id === bureau.bureauId;
    }),
  );
  expect(seen.every(Boolean)).toBe(true);
  const after = await here.database.app.selectFrom('person').select('person_id').execute();
  expect(after).toEqual([]);
});

test('a person of one bureau gets nothing of another by its ids', async () => {
  const administrator = await here.as('管理员');
  const answer = await administrator.send(accountRoutes.disablePerson, {
    ...{ id: there.personId('何书'), version: 1, reason: '试探' },
  });
  expect(answer).toMatchObject({ ok: false, status: 404, refusal: { code: 'no-such-person' } });
  const history = await administrator.mustAsk(auditRoutes.listHistory, { aggregateId: there.bureauId });
  expect(history.rows).toEqual([]);
});

test('a session of one bureau is worth nothing under the name of another', async () => {
  const client = await here.as('何书');
  const [, token] = client.cookie().split('.');
  const response = await here.app.inject({
    url: '/api/account/who-am-i',
    headers: { cookie: `mingchou_session=${there.bureauId}.${token ?? ''}` },
  });
  expect(response.statusCode).toBe(401);
});
