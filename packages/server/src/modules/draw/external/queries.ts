import type { ExternalRow, ExternalView, externalRoutes } from '@mingchou/contract';
import type { DrawId, ExternalDraw, ExternalRefusal, Result } from '@mingchou/domain';
import { ok, refuse } from '@mingchou/domain';
import type { z } from 'zod';
import type { Db } from '../../../db/tx.ts';
import { readFile } from '../../../files/index.ts';
import { loadExternal } from './store.ts';

type ListInput = z.output<typeof externalRoutes.listExternalDraws.input>;
type ListReply = z.input<typeof externalRoutes.listExternalDraws.reply>;
type FileReply = z.input<typeof externalRoutes.readExternalFile.reply>;

/** All external draws, withdrawn ones too, the latest first. */
export async function listExternals(db: Db, { year, page, size }: ListInput): Promise<ListReply> {
  let rows = db.db.selectFrom('external_draw').where('bureau_id', '=', db.bureauId);
  if (year !== undefined) rows = rows.where('year', '=', year);
  const { total } = await rows.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const found = await rows
    .select(['state', 'version'])
    .orderBy('register_no', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { rows: found.map(({ state, version }) => rowOf(state, version)), total, page, size };
}

function rowOf(draw: ExternalDraw, version: number): ExternalRow {
  const { id, registerNo, status, year, taskName, platform, drawnAt, operator, approvedCount } = draw;
  const objects = draw.objects.length;
  return { id, version, registerNo, status, year, taskName, platform, drawnAt, operator, approvedCount, objects };
}

export async function showExternal(db: Db, drawId: DrawId): Promise<Result<ExternalView, ExternalRefusal>> {
  const stored = await loadExternal(db, drawId);
  if (stored === undefined) return refuse({ code: 'external-not-found' });
  const { draw, version } = stored;
  const { taskId, platformNo, planRowNo, objectsName, from, to, round, registered } = draw;
  return ok({
    ...rowOf(draw, version),
    ...{ taskId, platformNo, planRowNo, objectsName, from, to, round, registered },
    objects: draw.objects.map((object) => ({ ...object, inspectors: [...object.inspectors] })),
    files: [...draw.files],
    dispatched: draw.status === 'dispatched' ? draw.dispatched : null,
    withdrawn: draw.status === 'withdrawn' ? draw.withdrawn : null,
  });
}

export async function readExternalFile(
  db: Db,
  { drawId, hash }: { readonly drawId: DrawId; readonly hash: string },
): Promise<Result<FileReply, ExternalRefusal>> {
  const stored = await loadExternal(db, drawId);
  const file = stored?.draw.files.find((one) => one.hash === hash);
  const kept = file === undefined ? undefined : await readFile(db, hash);
  if (file === undefined || kept === undefined) return refuse({ code: 'external-not-found' });
  return ok({ name: file.name, mediaType: file.mediaType, base64: Buffer.from(kept.bytes).toString('base64') });
}
