import type { DryRunView, ExchangeRefusal, exchangeRoutes } from '@mingchou/contract';
import { type Actor, confirmImport as decide, countVerdicts, ok, refuse, type Result } from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { readFile, saveFile } from '../../files/index.ts';
import { newId } from '../../id.ts';
import { insertDryRun, loadDryRunForUpdate, saveImported } from './dry-run-store.ts';
import { viewDryRun } from './dry-run-view.ts';
import { examineFile } from './examine-file.ts';
import type { ExchangePorts } from './ports.ts';

type DryRunInput = z.output<typeof exchangeRoutes.dryRunImport.input>;
type ConfirmInput = z.output<typeof exchangeRoutes.confirmImport.input>;
type Imported = z.output<typeof exchangeRoutes.confirmImport.reply>;

/** 试读: the file is kept and compared; nothing in the registry changes. A file that cannot be read is not kept. */
export async function dryRunImport(
  ports: ExchangePorts,
  tx: Tx,
  actor: Actor,
  { target, fileName, base64 }: DryRunInput,
): Promise<Result<DryRunView, ExchangeRefusal>> {
  const bytes = Buffer.from(base64, 'base64');
  const file = await examineFile(ports, tx, target, bytes);
  if (!file.ok) return file;

  const label = { name: fileName, mediaType: 'application/octet-stream', personal: true };
  const { hash: fileHash } = await saveFile(tx, bytes, label);
  const { mark: registryMark, verdicts } = file.value.examined;
  const dryRun = { id: newId(), target, fileHash, fileName, registryMark, counts: countVerdicts(verdicts) };
  await insertDryRun(tx, actor, dryRun);
  const event = { type: 'import-tried', target, fileHash, counts: dryRun.counts };
  await appendAudit(tx, actor, { noun: 'exchange', aggregateId: dryRun.id, version: 1, event });
  return ok(viewDryRun(ports, { ...dryRun, importedAt: null }, file.value));
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

  if (!(await examined.apply(tx, actor))) return refuse({ code: 'dry-run-stale' });
  await saveImported(tx, actor, dryRun);
  const event = { ...decision.value, target: dryRun.target, fileHash: dryRun.fileHash, mode };
  await appendAudit(tx, actor, { noun: 'exchange', aggregateId: dryRun.id, version: dryRun.version + 1, event });
  const { new: added, changed, skipped } = decision.value;
  return ok({ new: added, changed, skipped });
}
