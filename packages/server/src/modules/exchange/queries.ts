import {
  type DryRunView,
  type ExchangeRefusal,
  type exchangeRoutes,
  type ImportTarget,
  importTargetTitles,
} from '@mingchou/contract';
import { ok, refuse, type Result } from '@mingchou/domain';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import { readFile } from '../../files/index.ts';
import { lastImport, loadDryRun, type StoredDryRun } from './dry-run-store.ts';
import { viewDryRun } from './dry-run-view.ts';
import { type ExaminedFile, examineFile } from './examine-file.ts';
import type { ExchangePorts } from './ports.ts';
import { writeTemplate } from './template.ts';
import { writeWrongRows } from './wrong-rows.ts';

type FileReply = z.input<typeof exchangeRoutes.downloadTemplate.reply>;
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function showDryRun(
  ports: ExchangePorts,
  db: Db,
  { dryRunId }: { readonly dryRunId: string },
): Promise<Result<DryRunView, ExchangeRefusal>> {
  const found = await examineAgain(ports, db, dryRunId);
  if (!found.ok) return found;
  const { dryRun, file } = found.value;
  const { undo } = ports.targets[dryRun.target];
  const undoable = undo !== undefined && (await lastImport(db, dryRun.target)) === dryRun.id;
  return ok(viewDryRun(ports, dryRun, file, undoable));
}

export async function downloadWrongRows(
  ports: ExchangePorts,
  db: Db,
  { dryRunId }: { readonly dryRunId: string },
): Promise<Result<FileReply, ExchangeRefusal>> {
  const found = await examineAgain(ports, db, dryRunId);
  if (!found.ok) return found;
  const { dryRun, file } = found.value;
  const bytes = await writeWrongRows(ports.targets[dryRun.target], file);
  const stem = dryRun.fileName.replace(/\.[^.]*$/, '');
  return ok({ name: `${stem}-错误行.xlsx`, mediaType: xlsx, base64: Buffer.from(bytes).toString('base64') });
}

export async function downloadTemplate(
  ports: ExchangePorts,
  db: Db,
  { target }: z.output<typeof exchangeRoutes.downloadTemplate.input>,
): Promise<Result<FileReply, ExchangeRefusal>> {
  const port = ports.targets[target];
  const bytes = await writeTemplate(importTargetTitles[target], port.columns, await port.choices(db));
  const name = `${importTargetTitles[target]}名录模板.xlsx`;
  return ok({ name, mediaType: xlsx, base64: Buffer.from(bytes).toString('base64') });
}

export async function listImports(
  ports: ExchangePorts,
  db: Db,
  input: z.output<typeof exchangeRoutes.listImports.input>,
) {
  let list = db.db.selectFrom('import_dry_run').where('bureau_id', '=', db.bureauId);
  if (input.target !== undefined) list = list.where('target', '=', input.target);
  const { total } = await list.select((build) => build.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await list
    .selectAll()
    .orderBy('tried_at', 'desc')
    .orderBy('id', 'desc')
    .limit(input.size)
    .offset((input.page - 1) * input.size)
    .execute();
  const last = new Map<ImportTarget, string | undefined>();
  for (const target of new Set(rows.map((row) => row.target))) last.set(target, await lastImport(db, target));
  return ok({
    rows: rows.map((row) => ({
      id: row.id,
      target: row.target,
      fileName: row.file_name,
      by: row.tried_by_name,
      triedAt: row.tried_at,
      counts: row.counts,
      importedAt: row.imported_at,
      undoneAt: row.undone_at,
      undoneBy: row.undone_by_name,
      undoable: last.get(row.target) === row.id && ports.targets[row.target].undo !== undefined,
    })),
    total,
    page: input.page,
    size: input.size,
  });
}

async function examineAgain(
  ports: ExchangePorts,
  db: Db,
  id: string,
): Promise<Result<{ dryRun: StoredDryRun; file: ExaminedFile }, ExchangeRefusal>> {
  const dryRun = await loadDryRun(db, id);
  const stored = dryRun && (await readFile(db, dryRun.fileHash));
  if (dryRun === undefined || stored === undefined) return refuse({ code: 'dry-run-not-found' });
  const file = await examineFile(ports, db, dryRun.target, stored.bytes);
  return file.ok ? ok({ dryRun, file: file.value }) : file;
}
