import { importTargets, type ImportTarget, importTargetTitles } from '@mingchou/contract';
import {
  type FileRefusal,
  locateTable,
  ok,
  refuse,
  type Result,
  rowReading,
  type RunPhase,
  type Sheet,
  type Table,
  type TableForm,
  type TableRefusal,
  type TableRow,
} from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import type { Examined, ExchangePorts, Onward } from './ports.ts';
import { loadMappings } from './mapping-store.ts';
import { readUploaded } from './reading/run-reader.ts';

/** A file with everything that was found in it, compared with the registry as it stands. */
export interface ExaminedFile {
  readonly sheet: Sheet;
  readonly table: Table;
  readonly rows: readonly TableRow[];
  readonly examined: Examined;
}

/** Told how far a phase of the work has come. */
export type Progress = (phase: RunPhase, done: number, total: number) => Promise<void>;

/** For work that a command does itself: nobody is told, but others have their turn. */
const untold: Progress = () => new Promise((resolve) => setImmediate(resolve));

/** A file read into rows of its list. */
export type ReadFile = Omit<ExaminedFile, 'examined'>;

/** The same file and the same registry give the same answer. */
export async function examineFile(
  ports: ExchangePorts,
  db: Db,
  target: ImportTarget,
  bytes: Uint8Array,
): Promise<Result<ExaminedFile, FileRefusal | TableRefusal>> {
  const file = await readRows(ports, db, target, bytes, untold);
  if (!file.ok) return file;
  return ok({ ...file.value, examined: await examineRows(ports, db, target, file.value.rows, untold) });
}

/** What would be done with the file, without the sheet: while a long list is written it need not lie in memory. */
export async function examinedOf(
  ports: ExchangePorts,
  db: Db,
  target: ImportTarget,
  bytes: Uint8Array,
  progress: Progress = untold,
): Promise<Result<Examined, FileRefusal | TableRefusal>> {
  const rows = await rowsAlone(ports, db, target, bytes, progress);
  return rows.ok ? ok(await examineRows(ports, db, target, rows.value, progress)) : rows;
}

async function rowsAlone(
  ...given: Parameters<typeof readRows>
): Promise<Result<ReadFile['rows'], FileRefusal | TableRefusal>> {
  const file = await readRows(...given);
  return file.ok ? ok(file.value.rows) : file;
}

async function readRows(
  ports: ExchangePorts,
  db: Db,
  target: ImportTarget,
  bytes: Uint8Array,
  progress: Progress,
): Promise<Result<ReadFile, FileRefusal | TableRefusal>> {
  const read = await readUploaded(bytes);
  if (!read.ok) return read;
  const form = formOf(ports, target);
  const others = importTargets.filter((other) => other !== target).map((other) => formOf(ports, other));
  const located = locateTable(read.value, form, others, await loadMappings(db, target, read.value));
  if (!located.ok) return located;
  const table = located.value;
  const sheet = read.value.find(({ name }) => name === table.sheet) ?? { name: table.sheet, rows: [] };
  const rows = await rowsOf(sheet, table, form, (done) => progress('reading', done, sheet.rows.length));
  if (rows.length === 0) return refuse({ code: 'table-empty', sheet: table.sheet, headRow: table.headRow });
  return ok({ sheet, table, rows });
}

async function examineRows(
  ports: ExchangePorts,
  db: Db,
  target: ImportTarget,
  rows: readonly TableRow[],
  progress: Progress,
): Promise<Examined> {
  const onward: Onward = (done) => progress('comparing', done, rows.length);
  await onward(0);
  return ports.targets[target].examine(db, rows, onward);
}

// So many rows take some ten milliseconds.
const slice = 1_000;

async function rowsOf(sheet: Sheet, table: Table, form: TableForm, onward: Onward): Promise<readonly TableRow[]> {
  const read = rowReading(table, form.columns);
  const rows: TableRow[] = [];
  for (const [at, cells] of sheet.rows.entries()) {
    const row = at < table.headRow ? undefined : read(cells, at + 1);
    if (row !== undefined) rows.push(row);
    if (at % slice === 0) await onward(at);
  }
  return rows;
}

export function formOf(ports: ExchangePorts, target: ImportTarget): TableForm {
  return { title: importTargetTitles[target], columns: ports.targets[target].columns };
}
