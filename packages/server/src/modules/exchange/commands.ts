import type { DryRunView, ExchangeRefusal, exchangeRoutes } from '@mingchou/contract';
import {
  type Actor,
  confirmImport as decide,
  findHeads,
  undoImport as decideUndo,
  countVerdicts,
  ok,
  refuse,
  type Result,
} from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { readFile, saveFile } from '../../files/index.ts';
import { newId } from '../../id.ts';
import { insertDryRun, lastImport, loadDryRunForUpdate, saveImported, saveUndone } from './dry-run-store.ts';
import { viewDryRun } from './dry-run-view.ts';
import { examineFile, formOf } from './examine-file.ts';
import { loadMappings, saveMapping } from './mapping-store.ts';
import { readUploaded } from './reading/run-reader.ts';
import type { ExchangePorts } from './ports.ts';

type DryRunInput = z.output<typeof exchangeRoutes.dryRunImport.input>;
type ConfirmInput = z.output<typeof exchangeRoutes.confirmImport.input>;
type Imported = z.output<typeof exchangeRoutes.confirmImport.reply>;

/** 试读: the file is kept and compared; nothing in the registry changes. A file that cannot be read is not kept. */
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

  const label = { name: fileName, mediaType: 'application/octet-stream', personal: true };
  const { hash: fileHash } = await saveFile(tx, bytes, label);
  const { mark: registryMark, verdicts } = file.value.examined;
  const dryRun = { id: newId(), target, fileHash, fileName, registryMark, counts: countVerdicts(verdicts) };
  await insertDryRun(tx, actor, dryRun);
  const event = { type: 'import-tried', target, fileHash, counts: dryRun.counts };
  await appendAudit(tx, actor, { noun: 'exchange', aggregateId: dryRun.id, version: 1, event });
  return ok(viewDryRun(ports, { ...dryRun, importedAt: null, undoneAt: null }, file.value));
}

/** 导入: what the dry run showed, wholly or not at all, as one command with one audit entry. */
export async function confirmImport(
  ports: ExchangePorts,
  tx: Tx,
  actor: Actor,
  { dryRunId, mode }: ConfirmInput,
): Promise<Result<Imported, ExchangeRefusal>> {
  const dryRun = await loadDryRunForUpdate(tx, dryRunId);
  const stored = dryRun && (await readFile(tx, dryRun.fileHash));
  if (dryRun === undefined || stored === undefined) return refuse({ code: 'dry-run-not-found' });
  const mayConfirm = ports.targets[dryRun.target].mayConfirm;
  if (mayConfirm !== undefined && !(await mayConfirm(tx, actor, dryRun.triedBy))) {
    return refuse({ code: 'import-needs-approval' });
  }
  const file = await examineFile(ports, tx, dryRun.target, stored.bytes);
  if (!file.ok) return file;
  const { examined } = file.value;
  const decision = decide(dryRun, mode, examined.mark, countVerdicts(examined.verdicts));
  if (!decision.ok) return decision;

  if (!(await examined.apply(tx, actor, dryRun.id))) return refuse({ code: 'dry-run-stale' });
  await saveImported(tx, actor, dryRun);
  const event = { ...decision.value, target: dryRun.target, fileHash: dryRun.fileHash, mode };
  await appendAudit(tx, actor, { noun: 'exchange', aggregateId: dryRun.id, version: dryRun.version + 1, event });
  const { new: added, changed, skipped } = decision.value;
  return ok({ new: added, changed, skipped });
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
