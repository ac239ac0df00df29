import type { readingRoutes } from '@mingchou/contract';
import {
  type Actor,
  confirmValues,
  correctValue,
  draftsOf,
  evolveReading,
  type FileRefusal,
  ok,
  openFields,
  type PlanReading,
  readDocument,
  type ReadingEvent,
  type ReadingId,
  type ReadingRefusal,
  refuse,
  type Result,
} from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { saveFile } from '../../files/index.ts';
import { newId } from '../../id.ts';
import type { ReadingPorts } from './ports.ts';
import { insertReading, loadReadingForUpdate, saveReading, type StoredReading } from './store.ts';

type Input<K extends keyof typeof readingRoutes> = z.output<(typeof readingRoutes)[K]['input']>;
type Saved = Result<{ readingId: ReadingId; version: number }, ReadingRefusal>;

/** 读入: the file is kept, its drafts wait; neither plan nor catalogue changes. A file that cannot be read is not kept. */
export async function read(
  ports: ReadingPorts,
  tx: Tx,
  actor: Actor,
  { fileName, base64 }: Input<'readDocument'>,
): Promise<Result<{ readingId: ReadingId; version: number }, ReadingRefusal | FileRefusal>> {
  const bytes = Buffer.from(base64, 'base64');
  const document = await ports.readFile(bytes);
  if (!document.ok) return document;
  const drafts = draftsOf(document.value, await ports.facts(tx));
  const { hash: fileHash } = await saveFile(tx, bytes, { name: fileName, mediaType: 'application/octet-stream' });
  const made = { id: newId<ReadingId>(), fileName, fileHash, document: document.value, drafts };
  const decision = readDocument({ ...made, at: tx.now, by: actor.name });
  if (!decision.ok) return decision;

  const reading = evolveReading(null, decision.value);
  await insertReading(tx, reading, actor.name);
  // The chain keeps what was read by its hash; the document itself stands with the reading.
  const event = { type: 'document-read', fileName, fileHash, drafts: drafts.length, open: openFields(drafts) };
  await appendAudit(tx, actor, { noun: 'reading', aggregateId: reading.id, version: 1, event });
  return ok({ readingId: reading.id, version: 1 });
}

interface Target {
  readonly readingId: ReadingId;
  readonly version: number;
}

/** The reading as the person saw it, locked. */
export async function lockReading(tx: Tx, target: Target): Promise<Result<StoredReading, ReadingRefusal>> {
  const stored = await loadReadingForUpdate(tx, target.readingId);
  if (stored === undefined) return refuse({ code: 'reading-not-found' });
  if (stored.version === target.version) return ok(stored);
  return refuse({ code: 'reading-stale', changedBy: stored.changedBy, changedAt: stored.changedAt });
}

/** Saves what the event makes of the reading and appends it. */
export async function keep(tx: Tx, actor: Actor, { reading, version }: StoredReading, event: ReadingEvent) {
  const next = evolveReading(reading, event);
  const saved = await saveReading(tx, next, version, actor.name);
  await appendAudit(tx, actor, { noun: 'reading', aggregateId: next.id, version: saved, event });
  return { readingId: next.id, version: saved };
}

async function change(
  tx: Tx,
  actor: Actor,
  target: Target,
  decide: (reading: PlanReading) => Result<ReadingEvent, ReadingRefusal>,
): Promise<Saved> {
  const stored = await lockReading(tx, target);
  if (!stored.ok) return stored;
  const decision = decide(stored.value.reading);
  if (!decision.ok) return decision;
  return ok(await keep(tx, actor, stored.value, decision.value));
}

export async function correct(ports: ReadingPorts, tx: Tx, actor: Actor, input: Input<'correctValue'>): Promise<Saved> {
  const facts = await ports.facts(tx);
  return change(tx, actor, input, (reading) => correctValue(reading, input, facts));
}

export function confirm(tx: Tx, actor: Actor, input: Input<'confirmValues'>): Promise<Saved> {
  return change(tx, actor, input, (reading) => confirmValues(reading, input));
}
