import type {
  Actor,
  BudgetId,
  BudgetOrigin,
  BudgetRefusal,
  FileRefusal,
  ReadBudget,
  Result,
  SourcePart,
} from '@mingchou/domain';
import { boundedParts, ok, readBudget, readIntoBudget, refuse } from '@mingchou/domain';
import type { Tx } from '../../db/tx.ts';
import { readFile, saveFile } from '../../files/index.ts';
import { begin, change } from './commands.ts';
import type { BudgetPorts } from './ports.ts';

type FileOutcome<T> = Promise<Result<T, BudgetRefusal | FileRefusal>>;

interface Examined {
  readonly read: ReadBudget;
  readonly parts: readonly SourcePart[];
}

/** The same bytes give the same figures, so nothing of a trial is kept but the file. */
async function examine(ports: BudgetPorts, year: number, bytes: Uint8Array, fileName: string): FileOutcome<Examined> {
  const parts = await ports.readFile(bytes, fileName);
  if (!parts.ok) return parts;
  const read = readBudget({ fileName, parts: parts.value }, year);
  const empty = read.content.groups.every(({ items }) => items.length === 0);
  if (empty && read.content.totalDays === null) return refuse({ code: 'budget-file-without-figures', file: fileName });
  return ok({ read, parts: parts.value });
}

/** 试读: what the file says, cell by cell; the budget stays as it is. */
export async function tryFile(
  ports: BudgetPorts,
  tx: Tx,
  input: { readonly year: number; readonly fileName: string; readonly base64: string },
): FileOutcome<ReadBudget & { readonly fileHash: string }> {
  const bytes = Buffer.from(input.base64, 'base64');
  const examined = await examine(ports, input.year, bytes, input.fileName);
  if (!examined.ok) return examined;
  const mediaType = 'application/octet-stream';
  const { hash } = await saveFile(tx, bytes, { name: input.fileName, mediaType });
  return ok({ ...examined.value.read, fileHash: hash });
}

/** Reads the tried file into the draft, or begins the year's budget with it. */
export async function takeFile(
  ports: BudgetPorts,
  tx: Tx,
  actor: Actor,
  input: {
    readonly year: number;
    readonly fileHash: string;
    readonly budget: { readonly budgetId: BudgetId; readonly version: number } | null;
  },
): FileOutcome<{ budgetId: BudgetId; version: number }> {
  const file = await readFile(tx, input.fileHash);
  if (file === undefined) return refuse({ code: 'budget-file-gone' });
  const examined = await examine(ports, input.year, file.bytes, file.name);
  if (!examined.ok) return examined;
  const { read, parts } = examined.value;
  const { content, figures, unread } = read;
  const origin: BudgetOrigin = {
    fileName: file.name,
    fileHash: input.fileHash,
    parts: boundedParts(parts),
    figures,
    unread,
  };
  if (input.budget === null) return begin(tx, actor, { year: input.year, content, origin });
  return change(tx, actor, input.budget, (budget) => readIntoBudget(budget, content, origin));
}
