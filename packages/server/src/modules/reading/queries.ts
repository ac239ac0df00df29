import type { readingRoutes } from '@mingchou/contract';
import {
  checkDocument,
  correctionsOf,
  type Draft,
  ok,
  openOf,
  type PlanId,
  type ReadingId,
  type ReadingRefusal,
  refuse,
  type Result,
  yearOfDrafts,
} from '@mingchou/domain';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import type { ReadingPorts } from './ports.ts';
import { loadReading, loadReadings, type StoredReading } from './store.ts';

type Reply<K extends keyof typeof readingRoutes> = z.input<(typeof readingRoutes)[K]['reply']>;

const countOf = (drafts: readonly Draft[], kind: Draft['kind']): number =>
  drafts.filter((draft) => draft.kind === kind).length;

export async function listReadings(
  db: Db,
  input: { readonly page: number; readonly size: number; readonly search?: string | undefined },
): Promise<Reply<'listReadings'>> {
  const stored = await loadReadings(db);
  const { search } = input;
  const wanted = stored.filter(({ reading }) => search === undefined || reading.fileName.includes(search));
  const rows = wanted.slice((input.page - 1) * input.size, input.page * input.size).map(({ reading }) => ({
    id: reading.id,
    fileName: reading.fileName,
    title: reading.document.title,
    readAt: reading.readAt,
    readBy: reading.readBy,
    rows: countOf(reading.drafts, 'row'),
    items: countOf(reading.drafts, 'item'),
    accepted: reading.accepted.filter(({ as }) => as !== 'head').length,
    open: openOf(reading),
  }));
  return { rows, total: wanted.length, page: input.page, size: input.size };
}

export async function showReading(
  ports: ReadingPorts,
  db: Db,
  readingId: ReadingId,
): Promise<Result<Reply<'showReading'>, ReadingRefusal>> {
  const stored = await loadReading(db, readingId);
  if (stored === undefined) return refuse({ code: 'reading-not-found' });
  const { reading } = stored;
  const plans = await ports.plans(db);
  const items = await ports.items(db);
  const facts = await ports.facts(db);
  const check = checkDocument(reading.document, await ports.context(db));
  return ok({
    reading: viewOf(stored),
    year: yearOfDrafts(reading.drafts),
    sectors: facts.sectors.map(({ label }) => label),
    listed: items.map(({ title }) => title),
    plans: plans
      .filter(({ draft }) => draft)
      .map(({ planId, version, year, title }) => ({ planId, version, year, title })),
    years: plans.map(({ year }) => year),
    findings: check.open.map(({ id, severity, verdict, detail, places }) => ({
      id,
      severity,
      verdict,
      detail,
      places,
    })),
  });
}

function viewOf({ reading, version, changedBy, changedAt }: StoredReading): Reply<'showReading'>['reading'] {
  const { document, ...kept } = reading;
  return {
    ...kept,
    ...{ version, changedBy, changedAt },
    document: {
      title: document.title,
      paragraphs: document.paragraphs.map(({ text, level }) => ({ text, level })),
      tables: document.tables.map(({ label, title, columns, rows }) => ({
        ...{ label, title },
        columns: columns.map((column) => column.title),
        rows: rows.map(({ cells }) => cells),
      })),
    },
    open: openOf(reading),
    corrected: correctionsOf(reading),
  };
}

/** Which rows of a plan were read, and where they stood. */
export async function listRowSources(db: Db, planId: PlanId): Promise<Reply<'listRowSources'>> {
  const stored = await loadReadings(db);
  const rows = stored.flatMap(({ reading }) =>
    reading.accepted.flatMap((one) => {
      const draft = reading.drafts.find(({ key }) => key === one.draft);
      if (one.as !== 'row' || one.planId !== planId || draft === undefined) return [];
      const corrected = draft.fields.filter(({ state }) => state === 'corrected').length;
      // Written by this module from the id that the plan gave to its row.
      const rowId = one.id as Reply<'listRowSources'>['rows'][number]['rowId'];
      return [{ rowId, readingId: reading.id, fileName: reading.fileName, place: draft.place, corrected }];
    }),
  );
  return { rows };
}
