import type { drawRoutes, PreviewRow } from '@mingchou/contract';
import type { DrawRefusal, PlacedEntry, Result } from '@mingchou/domain';
import { ok, refuse, setupOf } from '@mingchou/domain';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import type { DrawPorts } from './ports.ts';
import { plannedDraw } from './designer.ts';
import { takeSnapshot } from './pool.ts';

type Input = z.output<typeof drawRoutes.listPreview.input>;
type Reply = z.output<typeof drawRoutes.listPreview.reply>;

/** The objects behind a number of the preview, excluded ones first. */
export async function listPreview(ports: DrawPorts, db: Db, input: Input): Promise<Result<Reply, DrawRefusal>> {
  const task = await ports.task(db, input.taskId);
  if (task === undefined) return refuse({ code: 'task-not-ready', status: 'planned' });
  const policy = await ports.policy(db, input.taskId);
  const setup = setupOf({ order: task.order, bureauCode: '', policy }, input.design);
  const { pool } = await takeSnapshot(ports, db, await plannedDraw(ports, db, input.taskId, setup));
  const facts = new Map(
    (await ports.subjects(db, { sectors: setup.filter.sectors, year: setup.year })).map((one) => [one.code, one]),
  );
  const { page, size, order } = input;
  const column = input.sort === 'name' || input.sort === 'sector' ? input.sort : 'code';
  const way = order === 'desc' ? -1 : 1;
  const found = pool
    .filter((entry) => isAsked(entry, input))
    .sort((a, b) => excludedFirst(a, b) || (a[column] < b[column] ? -way : way));
  const rows = found.slice((page - 1) * size, page * size).map((entry): PreviewRow => {
    const now = facts.get(entry.code);
    const { subjectId, code, name, sector, stratum, group, exclusion } = entry;
    const marks = { grade: now?.grade ?? 'unrated', priority: now?.priority ?? 'ordinary' } as const;
    return { ...{ subjectId, code, name, sector, stratum, group }, ...marks, exclusion };
  });
  return ok({ rows, total: found.length, page, size });
}

function isAsked({ name, code, stratum, group, exclusion }: PlacedEntry, input: Input): boolean {
  const { search = '', excluded } = input;
  const reason = exclusion?.reason ?? null;
  const fits = excluded === undefined || excluded === reason || excluded === (reason === null ? 'no' : 'yes');
  return (
    fits &&
    (input.stratum === undefined || input.stratum === stratum) &&
    (input.group === undefined || input.group === group) &&
    (name.includes(search) || code.includes(search.toUpperCase()))
  );
}

function excludedFirst(a: PlacedEntry, b: PlacedEntry): number {
  return Number(a.exclusion === null) - Number(b.exclusion === null);
}
