import {
  type DryRunView,
  type ExchangeRefusal,
  type exchangeRoutes,
  type ImportTarget,
  importTargetTitles,
} from '@mingchou/contract';
import { type Actor, ok, refuse, type Result } from '@mingchou/domain';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import { readFile } from '../../files/index.ts';
import { lastImport, loadDryRun, type StoredDryRun } from './dry-run-store.ts';
import { type FoundView, readFound, viewFound } from './dry-run-view.ts';
import { type ExaminedFile, examineFile } from './examine-file.ts';
import type { ExchangePorts } from './ports.ts';
import { runsOf } from './run-store.ts';
import { writeTemplate } from './template.ts';
import { writeWrongRows, xlsxType } from './wrong-rows.ts';

type FileReply = z.input<typeof exchangeRoutes.downloadTemplate.reply>;

export async function showDryRun(
  ports: ExchangePorts,
  db: Db,
  { dryRunId }: { readonly dryRunId: string },
): Promise<Result<DryRunView, ExchangeRefusal>> {
  const dryRun = await loadDryRun(db, dryRunId);
  if (dryRun === undefined) return refuse({ code: 'dry-run-not-found' });
  const found = await foundIn(ports, db, dryRun);
  if (!found.ok) return found;
  const { undo } = ports.targets[dryRun.target];
  const undoable = undo !== undefined && (await lastImport(db, dryRun.target)) === dryRun.id;
  const run = (await runsOf(db, [dryRun.id])).get(dryRun.id) ?? null;
  const { importedAt, undoneAt } = dryRun;
  return ok({ ...found.value, importedAt, undoneAt, undoable, run });
}

export async function showImportRun(db: Db, { dryRunId }: { readonly dryRunId: string }) {
  return ok({ run: (await runsOf(db, [dryRunId])).get(dryRunId) ?? null });
}

/** What was kept on the day of the dry run; a dry run of before it was kept is examined again. */
async function foundIn(
  ports: ExchangePorts,
  db: Db,
  dryRun: StoredDryRun,
): Promise<Result<FoundView, ExchangeRefusal>> {
  if (dryRun.viewHash === null) {
    const file = await examineAgain(ports, db, dryRun);
    return file.ok ? ok({ ...viewFound(ports, dryRun, file.value), counts: dryRun.counts }) : file;
  }
  const kept = await readFile(db, dryRun.viewHash);
  return kept === undefined ? refuse({ code: 'dry-run-not-found' }) : ok(readFound(kept.bytes));
}

export async function downloadWrongRows(
  ports: ExchangePorts,
  db: Db,
  { dryRunId }: { readonly dryRunId: string },
): Promise<Result<FileReply, ExchangeRefusal>> {
  const dryRun = await loadDryRun(db, dryRunId);
  if (dryRun === undefined) return refuse({ code: 'dry-run-not-found' });
  const workbook = await wrongRowsOf(ports, db, dryRun);
  if (!workbook.ok) return workbook;
  const stem = dryRun.fileName.replace(/\.[^.]*$/, '');
  const base64 = Buffer.from(workbook.value).toString('base64');
  return ok({ name: `${stem}-错误行.xlsx`, mediaType: xlsxType, base64 });
}

async function wrongRowsOf(
  ports: ExchangePorts,
  db: Db,
  dryRun: StoredDryRun,
): Promise<Result<Uint8Array, ExchangeRefusal>> {
  if (dryRun.wrongHash === null) {
    const file = await examineAgain(ports, db, dryRun);
    return file.ok ? ok(await writeWrongRows(ports.targets[dryRun.target], file.value)) : file;
  }
  const kept = await readFile(db, dryRun.wrongHash);
  return kept === undefined ? refuse({ code: 'dry-run-not-found' }) : ok(kept.bytes);
}

export async function downloadTemplate(
  ports: ExchangePorts,
  db: Db,
  { target }: z.output<typeof exchangeRoutes.downloadTemplate.input>,
): Promise<Result<FileReply, ExchangeRefusal>> {
  const port = ports.targets[target];
  const bytes = await writeTemplate(importTargetTitles[target], port.columns, await port.choices(db));
  const name = `${importTargetTitles[target]}名录模板.xlsx`;
  return ok({ name, mediaType: xlsxType, base64: Buffer.from(bytes).toString('base64') });
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
  const runs = await runsOf(
    db,
    rows.map(({ id }) => id),
  );
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
      run: runs.get(row.id) ?? null,
    })),
    total,
    page: input.page,
    size: input.size,
  });
}

/** Long imports that are on their way, and what this person asked for that came to nothing and was not tried again. */
export async function listLiveImports(db: Db, actor: Actor) {
  const { rows } = await sql<{ id: string; target: ImportTarget; file_name: string; own: boolean }>`
    select d.id, d.target, d.file_name, r.asked_by = ${actor.personId}::uuid as own
    from (select distinct on (import_id) * from import_run
          where bureau_id = ${db.bureauId}::uuid order by import_id, asked_at desc, id desc) r
    join import_dry_run d on d.bureau_id = ${db.bureauId}::uuid and d.id = r.import_id
    where r.state <> 'done' and d.imported_at is null
      and (r.state in ('waiting', 'running')
           or r.asked_by = ${actor.personId}::uuid
              and not exists (select from import_dry_run later where later.bureau_id = d.bureau_id
                              and later.target = d.target and later.tried_at > d.tried_at))
    order by r.asked_at desc
    limit 20
  `.execute(db.db);
  const runs = await runsOf(
    db,
    rows.map(({ id }) => id),
  );
  return ok({
    rows: rows.flatMap(({ id: dryRunId, target, file_name: fileName, own }) => {
      const run = runs.get(dryRunId);
      return run === undefined ? [] : [{ dryRunId, target, fileName, own, run }];
    }),
  });
}

async function examineAgain(
  ports: ExchangePorts,
  db: Db,
  dryRun: StoredDryRun,
): Promise<Result<ExaminedFile, ExchangeRefusal>> {
  const stored = await readFile(db, dryRun.fileHash);
  if (stored === undefined) return refuse({ code: 'dry-run-not-found' });
  return examineFile(ports, db, dryRun.target, stored.bytes);
}
