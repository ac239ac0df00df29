/** How a cell of an exported list is read by spreadsheets: a code keeps all its digits. */
export type ExportReading = 'text' | 'code' | 'number';

// What spreadsheets take for the beginning of a formula, also behind white space.
const formula = /^[\s]*[=+\-@＝＋－＠]|^[\t\r]/;
const longNumber = /^\d{11,}$/;

/**
 * Text for a CSV: what would be computed stands behind an apostrophe, a long number behind a tab, so that a spreadsheet
 * takes both for text. Our own import reads both back as they were.
 */
export function csvCell(text: string, reading: ExportReading): string {
  const guarded = reading === 'code' && longNumber.test(text) ? `\t${text}` : formula.test(text) ? `'${text}` : text;
  return /[",\r\n\t]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
