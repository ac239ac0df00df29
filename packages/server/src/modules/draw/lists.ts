import type { DrawRow, drawRoutes, RosterRow } from '@mingchou/contract';
import { voidReasonTitles } from '@mingchou/contract';
import type { Actor, Draw, DrawRefusal, LiveDraw, Result } from '@mingchou/domain';
import { ok, overridesOf, recordOf, refuse, sampleTotals, seatsUndecided } from '@mingchou/domain';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import { overrideOn } from './pool.ts';
import type { DrawPorts } from './ports.ts';
import { isClosedTo, sealedRow } from './sealing.ts';
import { amendedOf } from './standing.ts';
import { loadDraw } from './store.ts';
import './tables.ts';

type DrawsInput = z.output<typeof drawRoutes.listDraws.input>;
type DrawsReply = z.output<typeof drawRoutes.listDraws.reply>;
type RosterInput = z.output<typeof drawRoutes.listRoster.input>;
type RosterReply = z.output<typeof drawRoutes.listRoster.reply>;

function pattern(search: string): string {
  return `%${search.replace(/[\\%_]/g, '\\$&')}%`;
}

const drawColumns = { drawNo: 'draw_no', objects: 'objects', status: 'status' } as const;

/** All draws of the bureau, void ones included, newest first unless asked otherwise. */
export async function listDraws(ports: DrawPorts, db: Db, input: DrawsInput): Promise<DrawsReply> {
  const { status, year, search, page, size } = input;
  let rows = db.db.selectFrom('draw').where('bureau_id', '=', db.bureauId);
  if (status !== undefined) rows = rows.where('status', '=', status);
  if (year !== undefined) rows = rows.where('year', '=', year);
  if (search !== undefined && search !== '') rows = rows.where('task_name', 'like', pattern(search));
  const { total } = await rows.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const sorted = input.sort !== undefined && Object.hasOwn(drawColumns, input.sort);
  const column = sorted ? drawColumns[input.sort as keyof typeof drawColumns] : 'draw_no';
  const found = await rows
    .select(['state as draw', 'version'])
    .orderBy(column, sorted ? input.order : 'desc')
    .orderBy('draw_no', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const shown: DrawRow[] = [];
  for (const { draw, version } of found) shown.push(rowOf(draw, version, await sealedRow(ports, db, draw)));
  return { rows: shown, total, page, size };
}

function rowOf(draw: Draw, version: number, sealed: DrawRow['sealed']): DrawRow {
  const record = recordOf(draw);
  const figures = record.status === 'preparing' ? null : record.figures;
  return {
    id: record.id,
    version,
    taskId: record.taskId,
    drawNo: record.drawNo,
    year: record.setup.year,
    objects: record.setup.objects,
    taskName: record.setup.taskName,
    status: draw.status,
    openAt: record.openAt,
    approvedCount: record.setup.approvedCount,
    size: figures === null ? null : sampleTotals(figures.strata).size,
    pool: figures?.pool ?? null,
    eligible: figures?.eligible ?? null,
    commitment: 'commitment' in record ? record.commitment.c : null,
    drawnAt: 'drawn' in record ? record.drawn.at : null,
    voidReason: draw.status === 'voided' ? voidReasonTitles[draw.voided.reason] : null,
    ...changesOf(record),
    overridesWaiting:
      draw.status === 'preparing' ? overridesOf(draw).filter(({ decision }) => decision === null).length : 0,
    designWaiting: draw.status === 'preparing' && draw.setup.override !== null && draw.setup.override.approved === null,
    voidWaiting: draw.status !== 'voided' && draw.voidRequest !== null,
    seatsWaiting: seatsUndecided(draw),
    operatorRole: record.setup.operatorRole,
    sealed,
  };
}

function changesOf(record: LiveDraw): Pick<DrawRow, 'recusals' | 'substitutions' | 'requestsWaiting'> {
  const { amendments = [], requests = [] } = amendedOf(record);
  const lines = amendments.flatMap((amendment) => amendment.lines);
  return {
    recusals: lines.filter(({ kind }) => kind === 'recusal').length,
    substitutions: lines.filter(({ kind }) => kind === 'substitution').length,
    requestsWaiting: requests.filter(({ decided }) => decided === null).length,
  };
}

const rosterColumns = { position: 'position', name: 'name', code: 'code', sector: 'sector' } as const;

/** The frozen pool, excluded objects first: they are what someone may want to contest. */
export async function listRoster(db: Db, actor: Actor, input: RosterInput): Promise<Result<RosterReply, DrawRefusal>> {
  const stored = await loadDraw(db, input.drawId);
  if (stored === undefined) return refuse({ code: 'draw-not-found' });
  if (isClosedTo(stored.draw, actor)) return refuse({ code: 'draw-sealed' });
  const record = recordOf(stored.draw);
  const { drawId, excludedOnly, search, page, size } = input;
  let rows = db.db.selectFrom('draw_roster').where('bureau_id', '=', db.bureauId).where('draw_id', '=', drawId);
  if (excludedOnly === 'true') rows = rows.where('exclusion_reason', 'is not', null);
  if (search !== undefined && search !== '') {
    const like = pattern(search);
    rows = rows.where((e) => e.or([e('name', 'like', like), e('code', 'like', like)]));
  }
  const { total } = await rows.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const sorted = input.sort !== undefined && Object.hasOwn(rosterColumns, input.sort);
  const column = sorted ? rosterColumns[input.sort as keyof typeof rosterColumns] : 'position';
  const found = await rows
    .select([
      'position',
      'subject_id',
      'code',
      'name',
      'sector',
      'stratum',
      'exclusion_reason as reason',
      'exclusion_evidence as evidence',
    ])
    .orderBy(sql`(exclusion_reason is null)`)
    .orderBy(column, input.order)
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return ok({
    rows: found.map(
      ({ reason, evidence, subject_id, ...row }): RosterRow => ({
        ...row,
        override: overrideOn(record, subject_id),
        exclusion: reason === null ? null : { reason, evidence },
      }),
    ),
    total,
    page,
    size,
  });
}
