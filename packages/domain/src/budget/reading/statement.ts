import type { SourceCell, SourceLine } from './source.ts';

/** A line as one text that says what its row says, with the cell behind each stretch of it. */
export interface Statement {
  readonly text: string;
  /** The line has cells of its own, so that a value that is none can be told from running text. */
  readonly tabular: boolean;
  readonly spans: readonly { readonly from: number; readonly cell: SourceCell }[];
}

/** What the head of a table says that its columns hold. */
type ColumnKind = 'ordinal' | 'name' | 'days' | 'heads' | 'units' | 'share' | 'aside';
export type Head = ReadonlyMap<number, ColumnKind>;

const headWords: readonly (readonly [ColumnKind, RegExp])[] = [
  ['ordinal', /^(序号|编号|序列)$/],
  ['units', /^(家数|户数|单位数|企业数|单位数量|企业数量)$/],
  ['share', /^(占比|比例|所占比例|比重)(:?[(]?%[)]?)?$/],
  ['days', /^(工作日|工作日数|天数|日数|人日|数值|数量|合计|测算数)(:?[(].{1,6}[)])?$/],
  ['heads', /^(人数|人员数量)$/],
  ['name', /^(项目|项目名称|名称|类别|内容|分项|指标|工作内容|测算项目)$/],
  ['aside', /^(备注|说明|依据|计算方法|每家用时|单位)$/],
];

/** The columns of a row that is a head: a word for names and another for what stands beside them. */
export function headOf(line: SourceLine): Head | undefined {
  const kinds = new Map<number, ColumnKind>();
  for (const [at, { text }] of line.entries()) {
    const kind = headWords.find(([, words]) => words.test(plain(text).replace(/\s/g, '')))?.[0];
    if (kind !== undefined) kinds.set(at, kind);
  }
  const values = [...kinds.values()];
  return values.includes('name') && values.some((kind) => kind === 'days' || kind === 'heads') ? kinds : undefined;
}

/** The row in words: names parted by 「:」, what its columns hold said with its unit. */
export function statementOf(line: SourceLine, head: Head | undefined): Statement {
  const cells = line.flatMap((cell, at) => (cell.text.trim() === '' ? [] : [{ cell, kind: head?.get(at) }]));
  let text = '';
  const spans: { from: number; cell: SourceCell }[] = [];
  for (const [place, { cell, kind }] of cells.entries()) {
    const said = saidBy(cell.text, kind, place === 0 && cells.length > 1);
    if (said === '') continue;
    if (text !== '') text += isMarker(text) ? '' : kind === 'units' || kind === 'share' ? ',' : ':';
    spans.push({ from: text.length, cell });
    text += said;
  }
  return { text, tabular: cells.length > 1, spans };
}

/** The cell in which the character stands. */
export function cellAt({ spans }: Statement, at: number): SourceCell {
  const found = spans.findLast(({ from }) => from <= at) ?? spans[0];
  if (found === undefined) throw new Error('a line without cells says nothing');
  return found.cell;
}

function saidBy(written: string, kind: ColumnKind | undefined, first: boolean): string {
  const text = plain(written).trim();
  if (kind === 'aside') return '';
  // 1, 2, 3 before the names only count the lines; （三） and 三、 name a part.
  if ((kind === 'ordinal' || first) && /^\d+[.]?$/.test(text)) return '';
  if (kind === 'share' && /^0?[.]\d+$|^[01]$/.test(text)) return `占比${Math.round(Number(text) * 10_000) / 100}%`;
  if (kind === 'share' && /^\d+([.]\d+)?%?$/.test(text)) return `占比${text.replace('%', '')}%`;
  if (kind === 'units' && /^\d+$/.test(text)) return `${text}家`;
  return text;
}

export const marker = /^(?:[(][一二三四五六七八九十\d]{1,3}[)]|[一二三四五六七八九十\d]{1,3}[.、])\s*/;

function isMarker(text: string): boolean {
  return /^(?:[(][一二三四五六七八九十\d]{1,3}[)]|[一二三四五六七八九十]{1,3}[.、]?)$/.test(text);
}

/** Digits, brackets and colons of one width, and 日 where 曰 was typed. */
export function plain(text: string): string {
  return text
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .normalize('NFKC')
    .replace(/工作曰/g, '工作日')
    .replace(/[﹕∶]/g, ':')
    .replace(/，/g, ',')
    .replace(/[×✕xX*](?=\s*\d)/g, '×')
    .replace(/[—–−]/g, '-');
}
