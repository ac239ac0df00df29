import { disclosureRefusals, type disclosureRoutes } from '@mingchou/contract';
import {
  type Actor,
  type DisclosureRefusal,
  discloseResult,
  type InspectionId,
  ok,
  type Publisher,
  refuse,
  resolvePolicy,
  type Result,
} from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { versionAfter } from '../../db/versioned.ts';
import type { DisclosurePorts } from './ports.ts';
import { publicResultOf } from './public-result.ts';
import { publishProgressSnapshot, publishResultSnapshot } from './publish.ts';
import { progressOf } from './record.ts';
import { isDrawSealed } from './sealed-draw.ts';
import { type DisclosureRow, loadForUpdate } from './store.ts';

type Input = z.output<typeof disclosureRoutes.discloseResults.input>;
type Reply = z.output<typeof disclosureRoutes.discloseResults.reply>;
type Wanted = Input['results'][number];

/**
 * 公示 a batch: what passed its reviews becomes public in this transaction, each of the rest answers why not.
 * Nothing at all disclosed is a refusal, so that a single row reads like any other command.
 */
export async function runDisclose(
  ports: DisclosurePorts,
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<Result<Reply, DisclosureRefusal>> {
  const publisher = resolvePolicy(await ports.policy(tx), 'disclosure.publisher').value;
  const outcomes: Reply['outcomes'] = [];
  let first: DisclosureRefusal | undefined;
  // In one order, so that two batches with the same rows wait for each other instead of deadlocking.
  for (const wanted of [...input.results].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    await ports.lockInspection(tx, wanted.id);
    const row = await loadForUpdate(tx, wanted.id);
    const done = await discloseOne(ports, tx, actor, publisher, wanted, row);
    if (!done.ok) first ??= done.refusal;
    outcomes.push({
      id: wanted.id,
      subjectName: row?.record.subject.name ?? '',
      disclosed: done.ok,
      message: done.ok ? null : wordOf(done.refusal),
    });
  }
  const disclosed = outcomes.filter((outcome) => outcome.disclosed).length;
  return disclosed === 0 && first !== undefined ? refuse(first) : ok({ disclosed, outcomes });
}

async function discloseOne(
  ports: DisclosurePorts,
  tx: Tx,
  actor: Actor,
  publisher: Publisher,
  wanted: Wanted,
  row: DisclosureRow | undefined,
): Promise<Result<null, DisclosureRefusal>> {
  if (row === undefined) return refuse({ code: 'disclosure-not-found' });
  const { drawNo, drawKind } = row.record.origin;
  if (drawKind === undefined && (await isDrawSealed(tx, drawNo))) return refuse({ code: 'draw-still-sealed', drawNo });
  const decision = discloseResult(row.disclosure, actor, publisher, row.last, tx.now);
  if (!decision.ok) return decision;
  if (row.version !== wanted.version) return refuse({ code: 'disclosure-stale' });

  const view = await publicResultOf(tx, row.record, row.deadline, tx.now);
  const version = await save(tx, actor, wanted.id, row.version, view);
  await appendAudit(tx, actor, { noun: 'disclosure', aggregateId: wanted.id, version, event: decision.value });
  await publishResultSnapshot(tx, view);
  await publishProgressSnapshot(tx, progressOf(row.record, row.deadline, view.disclosedOn));
  await ports.closeInspection(tx, actor, wanted.id);
  return ok(null);
}

async function save(
  tx: Tx,
  actor: Actor,
  id: InspectionId,
  before: number,
  { daysUsed, late }: { readonly daysUsed: number; readonly late: boolean },
): Promise<number> {
  const updated = await tx.db
    .updateTable('disclosure')
    .set({
      status: 'disclosed',
      disclosed_at: tx.now,
      disclosed_by: actor.name,
      days_used: daysUsed,
      late,
      version: before + 1,
    })
    .where('bureau_id', '=', tx.bureauId)
    .where('inspection_id', '=', id)
    .where('version', '=', before)
    .executeTakeFirst();
  return versionAfter(updated, `disclosure ${id}`, before);
}

function wordOf(refusal: DisclosureRefusal): string {
  // The table's row for a code takes exactly the refusal of that code; the compiler cannot see the two meet.
  const word = disclosureRefusals[refusal.code].message as string | ((refusal: DisclosureRefusal) => string);
  return typeof word === 'string' ? word : word(refusal);
}
