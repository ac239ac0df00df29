import { type CellValue, type DataValidation, type WriteSheet, writeXlsx } from 'hucre';
import type { Choices, ImportColumn } from './ports.ts';

const templateRows = 2_000;
// Excel refuses a typed list of choices longer than this; the guide sheet still names them.
const longestChoices = 255;
const bold = { style: { font: { bold: true } } };

/** An empty workbook to fill in: the list, with drop-downs and text cells, and 填写说明 with an example of every column. */
export function writeTemplate(title: string, columns: readonly ImportColumn[], choices: Choices): Promise<Uint8Array> {
  return writeXlsx({ sheets: [listSheet(title, columns, choices, []), guideSheet(columns, choices)] });
}

/** The list with its head; every cell is text, so that a code of 18 digits keeps them all. */
export function listSheet(
  title: string,
  columns: readonly ImportColumn[],
  choices: Choices,
  rows: readonly (readonly string[])[],
): WriteSheet {
  const head = columns.map((column) => column.title);
  return {
    name: title,
    columns: columns.map((column) => ({ width: widthOf(column.title), numFmt: '@' })),
    rows: [head, ...rows.map((row) => [...row])],
    cells: new Map(head.map((value, place) => [`0,${place}`, { value, ...bold }])),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap((column, place) => dropDown(column, place, choices)),
  };
}

function dropDown(column: ImportColumn, place: number, choices: Choices): DataValidation[] {
  const values = choicesOf(column, choices);
  // A column of several values cannot have a drop-down, which would allow one.
  if (values.length === 0 || column.read === 'list' || values.join(',').length > longestChoices) return [];
  const letter = String.fromCharCode(65 + place);
  return [
    {
      type: 'list',
      values: [...values],
      range: `${letter}2:${letter}${templateRows}`,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'warning',
      errorTitle: column.title,
      errorMessage: `可选：${values.join('、')}`.slice(0, 200),
    },
  ];
}

function guideSheet(columns: readonly ImportColumn[], choices: Choices): WriteSheet {
  const head: CellValue[] = ['列名', '是否必填', '怎样填写', '可以填的内容', '示例'];
  const rows = columns.map((column): CellValue[] => [
    column.title,
    column.required ? '必填' : '选填',
    column.hint,
    choicesOf(column, choices).join('、'),
    column.example,
  ]);
  const notes = [
    '列的顺序可以改，多出来的列不读入，空行不读入。',
    '代码相同的行按更新处理；更新时空着的单元格保留原来的内容。',
    '先试读，看清新增、更新、相同、有错各多少，再导入。',
  ];
  return {
    name: '填写说明',
    columns: [16, 10, 48, 40, 28].map((width) => ({ width, numFmt: '@' })),
    rows: [head, ...rows, [], ...notes.map((note) => [note])],
    cells: new Map(head.map((value, place) => [`0,${place}`, { value, ...bold }])),
  };
}

function choicesOf(column: ImportColumn, { sectors, sections }: Choices): readonly string[] {
  switch (column.choices) {
    case 'sectors':
      return sectors;
    case 'sections':
      return sections;
    case null:
      return [];
    default:
      return column.choices;
  }
}

function widthOf(title: string): number {
  return Math.max(12, title.length * 2 + 4);
}
