import { command } from '@mingchou/contract';
import { ok, refuse } from '@mingchou/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { appendAudit } from '../src/audit/append.ts';
import { composeModules } from '../src/composition.ts';
import { newId } from '../src/id.ts';
import { enqueue, job } from '../src/outbox/index.ts';
import { bind, type Module } from '../src/shell/module.ts';
import { type TestBureau, testBureau } from './harness.ts';

const notify = command({
  ...{ noun: 'probe', name: 'add-section', summary: '登记并通知' },
  ...{ input: z.object({ word: z.string(), keep: z.boolean() }), reply: z.object({}) },
});
const seen: { word: string; bureauId: string; now: string }[] = [];
const probe: Module = {
  noun: 'probe',
  bindings: [
    bind(notify, { unwanted: { status: 422, message: '没有登记' } }, async (tx, _actor, { word, keep }) => {
      await enqueue(tx, { kind: 'tell', word });
      return keep ? ok({}) : refuse({ code: 'unwanted' });
    }),
  ],
  jobs: [
    job('tell', z.object({ word: z.string() }), async (tx, { word }) => {
      seen.push({ word, bureauId: tx.bureauId, now: tx.now });
      const audited = { noun: 'probe', aggregateId: newId(), version: 1, event: { type: 'told' } };
      await appendAudit(tx, { system: '后台' }, audited);
      if (word === '坏') throw new Error('did not work');
    }),
  ],
};

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await testBureau({ compose: (ports) => [...composeModules(ports), probe] });
});
afterAll(() => bureau.close());

test('a job runs after its command has committed, in its bureau and at its time', async () => {
  const client = await bureau.as('管理员');
  await client.mustSend(notify, { word: '来', keep: true });
  expect(seen).toEqual([]);
  expect(await bureau.runJobs()).toBe(1);
  expect(seen).toEqual([{ word: '来', bureauId: bureau.bureauId, now: '2022-03-21T01:00:00Z' }]);
  expect(await bureau.runJobs()).toBe(0);
});

test('no commit, no job', async () => {
  const client = await bureau.as('管理员');
  await client.send(notify, { word: '不来', keep: false });
  expect(await bureau.runJobs()).toBe(0);
});

test('a job that fails leaves nothing of itself behind', async () => {
  const client = await bureau.as('管理员');
  const told = async () => (await bureau.sql("select 1 from audit_entry where event_type = 'told'")).length;
  const before = await told();
  await client.mustSend(notify, { word: '坏', keep: true });
  await expect(bureau.runJobs()).rejects.toThrow('did not work');
  expect(await told()).toBe(before);
});
