import type { DryRunView, ExchangeRefusal, exchangeRoutes } from '@mingchou/contract';
import {
  type Actor,
  confirmImport as decide,
  findHeads,
  type ImportMode,
  longImportFrom,
  undoImport as decideUndo,
  ok,
  type RegistryImported,
  refuse,
  type Result,
} from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { saveFile } from '../../files/index.ts';
import { newId } from '../../id.ts';
import { enqueue } from '../../outbox/index.ts';
import {
  insertDryRun,
  lastImport,
  loadDryRun,
  loadDryRunForUpdate,
  saveUndone,
  type StoredDryRun,
} from './dry-run-store.ts';
import { type FoundView, viewFound, writeFound } from './dry-run-view.ts';
import { type ExaminedFile, examineFile, formOf } from './examine-file.ts';
import { loadMappings, saveMapping } from './mapping-store.ts';
import { readUploaded } from './reading/run-reader.ts';
import type { ExchangePorts } from './ports.ts';
import { importFile, runTask } from './run-import.ts';
import { findLiveRun, giveUpSilent, insertRun, type LiveRun } from './run-store.ts';
import { writeWrongRows, xlsxType } from './wrong-rows.ts';

type DryRunInput = z.output<typeof exchangeRoutes.dryRunImport.input>;
type ConfirmInput = z.output<typeof exchangeRoutes.confirmImport.input>;
type Imported = z.output<typeof exchangeRoutes.confirmImport.reply>;

/** 试读: the file and what was found in it are kept; nothing in the registry changes. A file that cannot be read is not kept. */
export async function dryRunImport(
  ports: ExchangePorts,
  tx: Tx,
  actor: Actor,
  { target, fileName, base64, mapping }: DryRunInput,
): Promise<Result<DryRunView, ExchangeRefusal>> {
  const bytes = Buffer.from(base64, 'base64');
  if (mapping !== undefined) await saveMapping(tx, actor, target, mapping.heads, mapping.columns);
  const file = await examineFile(ports, tx, target, bytes);
  if (!file.ok) return file;

  const { hash: fileHash } = await saveFile(tx, bytes, sealed(fileName, 'application/octet-stream'));
  const id = newId();
  const found = viewFound(ports, { id, target, fileName, fileHash }, file.value);
  const kept = await keepFound(ports, tx, found, file.value);
  const registryMark = file.value.examined.mark;
  await insertDryRun(tx, actor, { id, target, fileHash, fileName, registryMark, counts: found.counts, ...kept });
  const event = { type: 'import-tried', target, fileHash, counts: found.counts };
  await appendAudit(tx, actor, { noun: 'exchange', aggregateId: id, version: 1, event });
  return ok({ ...found, importedAt: null, undoneAt: null, undoable: false, run: null });
}

const sealed = (name: string, mediaType: string) => ({ name, mediaType, personal: true });

/** The page and the wrong rows are written once: a large workbook is not read again for whoever looks at them. */
async function keepFound(ports: ExchangePorts, tx: Tx, found: FoundView, file: ExaminedFile) {
  const { hash: viewHash } = await saveFile(tx, writeFound(found), sealed('试读结果.json', 'application/json'));
  if (found.counts.wrong === 0) return { viewHash, wrongHash: null };
  const workbook = await writeWrongRows(ports.targets[found.target], file);
  const { hash: wrongHash } = await saveFile(tx, workbook, sealed('错误行.xlsx', xlsxType));
  return { viewHash, wrongHash };
}

/**
 * 导入: what the dry run showed, wholly or not at all. A short list is written at once, as one command with one audit
 * entry; a long one beside the commands, so that who asked may leave and come back.
 */
export async function confirmImport(
  ports: ExchangePorts,
  tx: Tx,
  actor: Actor,
  { dryRunId, mode }: ConfirmInput,
): Promise<Result<Imported, ExchangeRefusal>> {
  const dryRun = await loadDryRun(tx, dryRunId);
  if (dryRun === undefined) return refuse({ code: 'dry-run-not-found' });
  const { mayConfirm, undo } = ports.targets[dryRun.target];
  if (mayConfirm !== undefined && !(await mayConfirm(tx, actor, dryRun.triedBy))) {
    return refuse({ code: 'import-needs-approval' });
  }
  await giveUpSilent(tx, dryRun.target);
  const live = await findLiveRun(tx, dryRun.target);
  if (live !== undefined) return importRunning(live);
  const longFrom = undo === undefined ? longImportFrom.codes : longImportFrom.records;
  if (dryRun.counts.new + dryRun.counts.changed >= longFrom) return beginRun(tx, actor, dryRun, mode);

  await loadDryRunForUpdate(tx, dryRunId);
  const imported = await importFile(ports, tx, actor, dryRunId, mode);
  return imported.ok ? ok(replyOf(imported.value, true)) : imported;
}

/** What can be refused now is refused now; the registry itself is looked at when the run comes to it. */
async function beginRun(
  tx: Tx,
  actor: Actor,
  dryRun: StoredDryRun,
  mode: ImportMode,
): Promise<Result<Imported, ExchangeRefusal>> {
  const decision = decide(dryRun, mode, dryRun.registryMark);
  if (!decision.ok) return decision;
  const { id: importId, target, fileHash } = dryRun;
  const total = decision.value.new + decision.value.changed;
  const run = { id: newId(), importId, target, mode, total };
  if (!(await insertRun(tx, actor, run))) {
    const live = await findLiveRun(tx, target);
    return live === undefined ? refuse({ code: 'dry-run-stale' }) : importRunning(live);
  }
  const event = { type: 'import-begun', target, fileHash, mode, rows: total };
  await appendAudit(tx, actor, { noun: 'exchange', aggregateId: importId, version: dryRun.version, event });
  await enqueue(tx, runTask({ runId: run.id, dryRunId: importId, mode, actor: { ...actor, reauthenticatedAt: null } }));
  return ok(replyOf(decision.value, false));
}

function importRunning({ by, at, fileName }: LiveRun): Result<never, ExchangeRefusal> {
  return refuse({ code: 'import-running', by, at, fileName });
}

function replyOf({ new: added, changed, skipped }: RegistryImported, finished: boolean): Imported {
  return { new: added, changed, skipped, finished };
}

/** The heads of an uploaded file, for whoever maps its columns by hand. Nothing is kept. */
export async function readHeads(
  ports: ExchangePorts,
  tx: Tx,
  { target, base64 }: z.output<typeof exchangeRoutes.readHeads.input>,
): Promise<Result<z.input<typeof exchangeRoutes.readHeads.reply>, ExchangeRefusal>> {
  const read = await readUploaded(Buffer.from(base64, 'base64'));
  if (!read.ok) return read;
  const form = formOf(ports, target);
  const found = findHeads(read.value, form, await loadMappings(tx, target, read.value));
  const columns = ports.targets[target].columns.map(({ key, title, required, hint }) => ({
    ...{ key, title, required, hint },
  }));
  return ok({ columns, heads: found.map((head) => ({ ...head, heads: [...head.heads] })) });
}

/** 撤销上次导入: every row as it was before, with one more step in its history. */
export async function undoImport(
  ports: ExchangePorts,
  tx: Tx,
  actor: Actor,
  { dryRunId }: z.output<typeof exchangeRoutes.undoImport.input>,
): Promise<Result<z.input<typeof exchangeRoutes.undoImport.reply>, ExchangeRefusal>> {
  const dryRun = await loadDryRunForUpdate(tx, dryRunId);
  if (dryRun === undefined) return refuse({ code: 'dry-run-not-found' });
  const live = await findLiveRun(tx, dryRun.target);
  if (live !== undefined) return importRunning(live);
  const { undo } = ports.targets[dryRun.target];
  const facts = {
    ...{ importedAt: dryRun.importedAt, undoneAt: dryRun.undoneAt, hasHistory: undo !== undefined },
    isLast: (await lastImport(tx, dryRun.target)) === dryRun.id,
    touched: (await undo?.touched(tx, dryRun.id)) ?? [],
    ...((await undo?.count(tx, dryRun.id)) ?? { added: 0, changed: 0 }),
  };
  const decision = decideUndo(facts);
  if (!decision.ok) return decision;
  await undo?.takeBack(tx, actor, dryRun.id);
  await saveUndone(tx, actor, dryRun);
  const event = { ...decision.value, target: dryRun.target, fileHash: dryRun.fileHash };
  await appendAudit(tx, actor, { noun: 'exchange', aggregateId: dryRun.id, version: dryRun.version + 1, event });
  const { removed, restored } = decision.value;
  return ok({ removed, restored });
}
