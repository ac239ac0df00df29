import { accountRoutes } from '@mingchou/contract';
import { instantOf, millisecondsOf, parseInstant } from '@mingchou/domain';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendAudit } from '../src/audit/append.ts';
import { storedClock } from '../src/clock.ts';
import { inRead, inTx } from '../src/db/tx.ts';
import { newId } from '../src/id.ts';
import { type TestBureau, testBureau } from './harness.ts';

let bureau: TestBureau;
beforeEach(async () => {
  bureau = await testBureau();
});
afterEach(() => bureau.close());

// Later than the founding of the test's bureau, which stands in the log.
const march = '2022-03-22T01:00:00Z';

async function standAt(moment: string): Promise<void> {
  await bureau.sql('insert into bureau_clock values ($1, $2)', [bureau.bureauId, moment]);
}

/** The bureau's time as a server sees it that has just started. */
function timeAfterRestart(): Promise<string> {
  const fresh = { ...bureau.database, clock: storedClock() };
  return inRead(fresh, bureau.bureauId, (db) => Promise.resolve(db.now));
}

test('a bureau without a stored moment lives in real time', async () => {
  const distance = Math.abs(millisecondsOf(instantOf(Date.now())) - Date.parse(await timeAfterRestart()));
  expect(distance).toBeLessThanOrEqual(2000);
});

test("a demonstration bureau's time stands in its document's year and runs on", async () => {
  await standAt(march);
  const clock = storedClock();
  const now = () => inRead({ ...bureau.database, clock }, bureau.bureauId, (db) => Promise.resolve(db.now));
  const first = await now();
  expect(Date.parse(first) - Date.parse(march)).toBeLessThanOrEqual(2000);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(Date.parse(await now())).toBeGreaterThan(Date.parse(first));
});

test('after a restart the time goes on from the last recorded act, never before it', async () => {
  await standAt(march);
  const acted = parseInstant('2022-06-02T07:30:00Z');
  if (acted === undefined) throw new Error('not an instant');
  const audited = { noun: 'probe', aggregateId: newId(), version: 1, event: { type: 'acted' } };
  await inTx(bureau.database, bureau.bureauId, (tx) => appendAudit({ ...tx, now: acted }, { system: '测试' }, audited));
  const after = Date.parse(await timeAfterRestart()) - Date.parse(acted);
  expect(after).toBeGreaterThanOrEqual(0);
  expect(after).toBeLessThanOrEqual(2000);
});

test('the clock is moved forward only, and the move stands in the log', async () => {
  await standAt(march);
  const clerk = await bureau.as('何书');
  const back = await clerk.send(accountRoutes.advanceDemonstrationClock, { to: '2022-03-20T00:00:00Z' });
  expect(back).toMatchObject({ status: 422, refusal: { code: 'clock-not-forward' } });
  await clerk.mustSend(accountRoutes.advanceDemonstrationClock, { to: '2022-04-01T00:00:00Z' });
  expect(Date.parse(await timeAfterRestart())).toBeGreaterThanOrEqual(Date.parse('2022-04-01T00:00:00Z'));
  const logged = await bureau.sql("select event from audit_entry where event_type = 'demonstration-clock-advanced'");
  expect(logged).toEqual([{ event: { type: 'demonstration-clock-advanced', to: '2022-04-01T00:00:00Z' } }]);
});
