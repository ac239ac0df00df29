import type { ExchangeRefusal, exchangeRoutes } from '@mingchou/contract';
import { type Actor, ok, refuse, type Result } from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../../audit/index.ts';
import type { Db, Tx } from '../../../db/tx.ts';
import { newId } from '../../../id.ts';
import type { ExchangePorts } from '../ports.ts';
import { insertExport, listedExports } from './store.ts';

export const downloadPath = '/api/exchange/download-export';

/** 导出: puts down who takes which list out, as the page shows it; the file itself comes from `downloadPath`. */
export async function beginExport(
  ports: ExchangePorts,
  tx: Tx,
  actor: Actor,
  { list, format, columns, listing }: z.output<typeof exchangeRoutes.beginExport.input>,
): Promise<Result<{ id: string; address: string }, ExchangeRefusal>> {
  const source = ports.lists[list];
  const known = await source.columns(tx);
  if (columns.some((key) => known[key] === undefined) || !source.understands(listing)) {
    return refuse({ code: 'export-not-understood' });
  }
  const id = newId();
  await insertExport(tx, actor, { id, list, format, columns, listing });
  const event = { type: 'export-begun', list, format, columns, listing };
  await appendAudit(tx, actor, { noun: 'exchange', aggregateId: id, version: 1, event });
  return ok({ id, address: `${downloadPath}?id=${id}` });
}

/** 导出记录: who took which list out, narrowed, ordered and cut how, and what the file came to. */
export async function listExports(
  ports: ExchangePorts,
  db: Db,
  input: z.output<typeof exchangeRoutes.listExports.input>,
) {
  const { rows, total } = await listedExports(db, input);
  const told = [];
  for (const { listing, columns, ...row } of rows) {
    const source = ports.lists[row.list];
    const known = await source.columns(db);
    const titles = columns.map((key) => known[key]?.title ?? key);
    told.push({ ...row, columns: titles, narrowed: [...(await source.tell(db, listing))] });
  }
  return ok({ rows: told, total, page: input.page, size: input.size });
}
