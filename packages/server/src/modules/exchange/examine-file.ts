import { importTargets, type ImportTarget, importTargetTitles } from '@mingchou/contract';
import {
  type FileRefusal,
  locateTable,
  ok,
  readTable,
  type Result,
  type Sheet,
  type Table,
  type TableForm,
  type TableRefusal,
  type TableRow,
} from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import type { Examined, ExchangePorts } from './ports.ts';
import { loadMappings } from './mapping-store.ts';
import { readUploaded } from './reading/run-reader.ts';

/** A file with everything that was found in it, compared with the registry as it stands. */
export interface ExaminedFile {
  readonly sheet: Sheet;
  readonly table: Table;
  readonly rows: readonly TableRow[];
  readonly examined: Examined;
}

/** The same file and the same registry give the same answer, so nothing of it needs to be kept but the file. */
export async function examineFile(
  ports: ExchangePorts,
  db: Db,
  target: ImportTarget,
  bytes: Uint8Array,
): Promise<Result<ExaminedFile, FileRefusal | TableRefusal>> {
  const read = await readUploaded(bytes);
  if (!read.ok) return read;
  const form = formOf(ports, target);
  const others = importTargets.filter((other) => other !== target).map((other) => formOf(ports, other));
  const located = locateTable(read.value, form, others, await loadMappings(db, target, read.value));
  if (!located.ok) return located;
  const table = located.value;
  const sheet = read.value.find(({ name }) => name === table.sheet) ?? { name: table.sheet, rows: [] };
  const rows = readTable(sheet, table, form.columns);
  return ok({ sheet, table, rows, examined: await ports.targets[target].examine(db, rows) });
}

export function formOf(ports: ExchangePorts, target: ImportTarget): TableForm {
  return { title: importTargetTitles[target], columns: ports.targets[target].columns };
}
