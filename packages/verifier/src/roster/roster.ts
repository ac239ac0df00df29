import { freeText, readSortedCsv, sortedCsvBytes } from '../canonical/csv.ts';
import { canonicalBytes, readCanonical } from '../canonical/json.ts';
import { codePattern, idPattern, saltPattern } from '../canonical/pattern.ts';
import type { Reading } from '../canonical/reading.ts';
import { fault, read } from '../canonical/reading.ts';
import { matching, objectOf } from '../canonical/shape.ts';
import type { Hex } from '../hash/hex.ts';
import { textOf } from '../hash/utf8.ts';
import { entriesOfLines, type PoolEntry } from './pool-lines.ts';

export type { PoolEntry };

export interface Exclusion {
  readonly id: string;
  readonly reasonCode: string;
}
export interface Salt {
  readonly id: string;
  readonly salt: Hex;
}
export interface InspectorEntry {
  readonly id: string;
  readonly department: string;
  readonly certificates: readonly string[];
  /** The most visits this person may be given. */
  readonly cap: number;
}
/** 回避 known before the draw. */
export interface Conflict {
  readonly subjectId: string;
  readonly inspectorId: string;
}
export interface Label {
  readonly id: string;
  readonly name: string;
}
/** Kept from the public: without them short lists could be guessed from their hash. */
export interface FileSalts {
  readonly conflicts: Hex;
  readonly inspectors: Hex;
}

const weightPattern = /^(?:[1-9][0-9]{0,2}|1000)$/;
const capPattern = /^(?:0|[1-9][0-9]{0,4}|100000)$/;
const certificatesPattern = /^(?:|[0-9A-Za-z;._-]+)$/;
const poolColumns = [idPattern, codePattern, codePattern, /^X?$/, weightPattern];
const exclusionColumns = [idPattern, codePattern];
const saltColumns = [idPattern, saltPattern];
const inspectorColumns = [idPattern, codePattern, certificatesPattern, capPattern];
const conflictColumns = [idPattern, idPattern];
const labelColumns = [idPattern, freeText];

export function readPool(bytes: Uint8Array): Reading<readonly PoolEntry[]> {
  const text = textOf(bytes);
  const entries = text === undefined ? undefined : entriesOfLines(bytes, text);
  return entries === undefined ? readPoolSlowly(bytes) : read(entries);
}

/** The same by the expressions of §1; says what is wrong and where. */
export function readPoolSlowly(bytes: Uint8Array): Reading<readonly PoolEntry[]> {
  return rowsOf(readSortedCsv(bytes, poolColumns), ([id = '', stratum = '', group = '', flags, weight]) => ({
    id,
    stratum,
    group,
    excluded: flags === 'X',
    weight: Number(weight),
  }));
}

export function poolCsv(entries: readonly PoolEntry[]): Uint8Array {
  return sortedCsvBytes(
    entries.map((entry) => [entry.id, entry.stratum, entry.group, entry.excluded ? 'X' : '', String(entry.weight)]),
    poolColumns,
  );
}

/** The line of pool.csv without its LF: what a Merkle leaf holds. */
export function poolLine(entry: PoolEntry): string {
  return `${entry.id},${entry.stratum},${entry.group},${entry.excluded ? 'X' : ''},${entry.weight}`;
}

export function readExclusions(bytes: Uint8Array): Reading<readonly Exclusion[]> {
  return rowsOf(readSortedCsv(bytes, exclusionColumns), ([id = '', reasonCode = '']) => ({ id, reasonCode }));
}

export function exclusionsCsv(exclusions: readonly Exclusion[]): Uint8Array {
  return sortedCsvBytes(
    exclusions.map(({ id, reasonCode }) => [id, reasonCode]),
    exclusionColumns,
  );
}

export function readSalts(bytes: Uint8Array): Reading<readonly Salt[]> {
  return rowsOf(readSortedCsv(bytes, saltColumns), ([id = '', salt = '']) => ({ id, salt }));
}

export function saltsCsv(salts: readonly Salt[]): Uint8Array {
  return sortedCsvBytes(
    salts.map(({ id, salt }) => [id, salt]),
    saltColumns,
  );
}

export function readInspectors(bytes: Uint8Array): Reading<readonly InspectorEntry[]> {
  const reading = rowsOf(
    readSortedCsv(bytes, inspectorColumns),
    ([id = '', department = '', certificates = '', cap]) => ({
      id,
      department,
      certificates: certificates === '' ? [] : certificates.split(';'),
      cap: Number(cap),
    }),
  );
  if (!reading.ok) return reading;
  for (const [at, { certificates }] of reading.value.entries()) {
    const sorted = certificates.every((code, place) => place === 0 || (certificates[place - 1] ?? '') < code);
    if (!sorted || !certificates.every((code) => codePattern.test(code))) {
      return fault('wrong-field', `line ${at + 1}, field 3`);
    }
  }
  return reading;
}

export function inspectorsCsv(inspectors: readonly InspectorEntry[]): Uint8Array {
  const bytes = sortedCsvBytes(
    inspectors.map(({ id, department, certificates, cap }) => [
      id,
      department,
      [...certificates].sort().join(';'),
      String(cap),
    ]),
    inspectorColumns,
  );
  const reading = readInspectors(bytes);
  if (!reading.ok) throw new Error(`no such inspector: ${reading.fault.at}`);
  return bytes;
}

export function readConflicts(bytes: Uint8Array): Reading<readonly Conflict[]> {
  return rowsOf(readSortedCsv(bytes, conflictColumns, 2), ([subjectId = '', inspectorId = '']) => ({
    subjectId,
    inspectorId,
  }));
}

export function conflictsCsv(conflicts: readonly Conflict[]): Uint8Array {
  return sortedCsvBytes(
    conflicts.map(({ subjectId, inspectorId }) => [subjectId, inspectorId]),
    conflictColumns,
    2,
  );
}

export function readLabels(bytes: Uint8Array): Reading<readonly Label[]> {
  return rowsOf(readSortedCsv(bytes, labelColumns), ([id = '', name = '']) => ({ id, name }));
}

export function labelsCsv(labels: readonly Label[]): Uint8Array {
  return sortedCsvBytes(
    labels.map(({ id, name }) => [id, name]),
    labelColumns,
  );
}

const filesaltsShape = objectOf({ conflicts: matching(saltPattern), inspectors: matching(saltPattern) });

export function readFilesalts(bytes: Uint8Array): Reading<FileSalts> {
  const json = readCanonical(bytes);
  return json.ok ? filesaltsShape(json.value, '') : json;
}

export function filesaltsJson(filesalts: FileSalts): Uint8Array {
  const bytes = canonicalBytes(filesalts);
  if (!readFilesalts(bytes).ok) throw new Error('a file salt is not 32 lower-case hex characters');
  return bytes;
}

function rowsOf<T>(
  reading: Reading<readonly (readonly string[])[]>,
  entry: (row: readonly string[]) => T,
): Reading<readonly T[]> {
  return reading.ok ? read(reading.value.map(entry)) : reading;
}
