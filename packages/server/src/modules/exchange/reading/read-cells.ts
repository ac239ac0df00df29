import { readUploaded } from './run-reader.ts';

/** The first sheet of a workbook or CSV as text, cell by cell; undefined when it cannot be read. */
export async function readCells(bytes: Uint8Array): Promise<string[][] | undefined> {
  const read = await readUploaded(bytes);
  const [sheet] = read.ok ? read.value : [];
  return sheet?.rows.map((row) => row.map((cell) => (cell === null || typeof cell === 'object' ? '' : String(cell))));
}
