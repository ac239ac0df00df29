import type { CalendarDate } from '../../time.ts';
import { parseCalendarDate } from '../../time.ts';
import type { PlanDocument, Table } from './document.ts';
import { paragraphsOf } from './paragraph.ts';
import type { RawTable } from './read-table.ts';
import { readTable } from './read-table.ts';
import { splitGrid } from './split-grid.ts';

/**
 * Reads a plan, scheme or standing rule from plain text. Tables may be flattened (a cell starts on a line that begins
 * with a tab, a row after an empty line), written with several tabs a line, or with upright strokes.
 */
export function readPlanText(text: string): PlanDocument {
  const { lines, tables } = splitTables(text.replace(/\r\n?/g, '\n').replace(/\[bookmark:[^\]]*\]/g, ''));
  return documentOf(lines, tables);
}

/** Puts a document together from its lines of text and its grids, whichever file they were read from. */
export function documentOf(lines: readonly string[], grids: readonly RawTable[]): PlanDocument {
  const annexes = annexesOf(lines);
  const title = titleOf(lines);
  return {
    title,
    number: /[\u4e00-\u9fa5]{2,10}〔\d{4}〕\d+号/.exec(lines.slice(0, 20).find(isNumberLine) ?? '')?.[0] ?? null,
    year:
      yearOf(title) ?? yearOf(lines.slice(0, 24).find((line) => line.includes('年“') || line.includes('年度')) ?? null),
    issuedOn: issuedOnOf(lines),
    paragraphs: paragraphsOf(lines.filter((line) => !annexes.some((annex) => annex.line === line))),
    tables: grids.flatMap(splitGrid).flatMap((grid, index) => tableOf(grid, index, annexes)),
    annexes: annexes.map(({ no, title: name }) => ({ no, title: name })),
  };
}

const plain = (line: string): string => line.replace(/^[#>*\-\s]+|[*\s]+$/g, '');
const letters = (text: string): string => text.replace(/[^\u4e00-\u9fa5\d]/g, '');
const isNumberLine = (line: string): boolean => /^[\u4e00-\u9fa5]{2,10}〔\d{4}〕\d+号$/.test(plain(line));

function splitTables(text: string): { lines: string[]; tables: RawTable[] } {
  const lines: string[] = [];
  const tables: RawTable[] = [];
  const all = text.split('\n');
  let at = 0;
  while (at < all.length) {
    const line = all[at] ?? '';
    const piped = /^\s*\|.*\|\s*$/.test(line);
    if (piped || (line.includes('\t') && line.trim().includes('\t'))) {
      const from = at;
      while (at < all.length && (piped ? /^\s*\|/.test(all[at] ?? '') : (all[at] ?? '').trim().includes('\t'))) at += 1;
      tables.push({ rows: all.slice(from, at).map(piped ? pipedCells : tabbedCells), before: lines.slice(-4) });
    } else if (line.startsWith('\t')) {
      const from = at;
      at = endOfFlattened(all, at);
      tables.push({ rows: flattened(all.slice(from, at)), before: lines.slice(-4) });
    } else {
      if (line.trim() !== '') lines.push(line.trim());
      at += 1;
    }
  }
  return { lines, tables };
}

const pipedCells = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => (/^\s*:?-+:?\s*$/.test(cell) ? '' : cell));
const tabbedCells = (line: string): string[] => line.split('\t');

/** A flattened table ends with an annex's name or a numbered heading that stands after an empty line. */
function endOfFlattened(lines: readonly string[], from: number): number {
  for (let at = from + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (/^附[件表]\s*\d*[：:]?$/.test(line.trim())) return at;
    if (/^[一二三四五六七八九十]+、/.test(line) && (lines[at - 1] ?? '').trim() === '') return at;
  }
  return lines.length;
}

function flattened(lines: readonly string[]): string[][] {
  const rows: string[][] = [];
  lines.forEach((line, index) => {
    if (line.startsWith('\t')) {
      // A line of nothing but its tab is an empty cell, not the gap between two rows.
      const startsRow = index === 0 || (lines[index - 1] ?? '').replace(/[ \u3000]/g, '') === '';
      if (startsRow) rows.push([]);
      rows.at(-1)?.push(line.slice(1));
      return;
    }
    const row = rows.at(-1);
    const cell = row?.pop();
    if (row !== undefined && cell !== undefined) row.push(`${cell}\n${line}`);
  });
  return rows;
}

interface Annex {
  readonly no: string;
  readonly title: string;
  readonly line: string;
}

/** The list of annexes under 「附件：」. */
function annexesOf(lines: readonly string[]): Annex[] {
  const start = lines.findIndex((line) => /^附[件表][：:]\s*$/.test(line));
  const one = lines.flatMap((line) => {
    const found = /^附([件表])(\d*)[：:](?:(\d+)[.．、])?(.{4,})$/.exec(line);
    return found === null ? [] : [{ no: found[2] || found[3] || '', title: found[4] ?? '', line }];
  });
  if (start < 0) return one;
  const listed: Annex[] = [];
  for (const line of lines.slice(start + 1)) {
    const found = /^(\d+)[.．、]\s*(.{4,})$/.exec(line);
    if (found === null) break;
    listed.push({ no: found[1] ?? '', title: found[2] ?? '', line });
  }
  return [...one, ...listed];
}

function tableOf(raw: RawTable, index: number, annexes: readonly Annex[]): Table[] {
  const read = readTable(raw);
  if (read === undefined) return [];
  const [, kind, number, above] = /^附([件表])\s*(\d*)[：:]?(.*)$/.exec(read.titleRow ?? '') ?? [];
  const written =
    kind === undefined
      ? raw.before.map((line) => /^附([件表])\s*(\d*)[：:]?$/.exec(line)).findLast((found) => found !== null)
      : ['', kind, number];
  const title =
    above || read.titleRow || (raw.before.filter((line) => !/^附[件表]\s*\d*[：:]?$/.test(line)).slice(-1)[0] ?? '');
  const listed = annexes.find((annex) => letters(annex.title).endsWith(letters(title)) && title !== '');
  const label =
    written !== undefined && written !== null
      ? `附${written[1]}${written[2]}`
      : listed === undefined
        ? `表${index + 1}`
        : `附件${listed.no}`;
  return [{ label, title, columns: read.columns, rows: read.rows }];
}

const names = /(计划|方案|制度|办法|细则|规则|清单)(》?的通知)?$/;
const numbered = /^(第[一二三四五六七八九十]+条|[一二三四五六七八九十]+、|[（(]|\d+[.．、])/;

/** The line that names the document itself, with the line before where its beginning stands there; else what the notice issues. */
function titleOf(lines: readonly string[]): string | null {
  const head = lines.slice(0, 24).map(plain);
  const at = head.flatMap((line, index) =>
    names.test(line) && !numbered.test(line) && line.length <= 60 ? [index] : [],
  );
  const own = at.find((index) => !head[index]?.endsWith('的通知')) ?? at[0];
  if (own === undefined) return null;
  const [before = '', line = ''] = [head[own - 1], head[own]];
  const joined =
    /20\d{2}年/.test(line) || !/20\d{2}年度?(《|“)?[^，。；：]{0,20}$/.test(before) ? line : `${before}${line}`;
  const whole = joined.replace(/\s+/g, '');
  return /《([^《》]+)》的通知$/.exec(whole)?.[1] ?? /^(?:.*关于)?(?:印发|制定)?(.+)的通知$/.exec(whole)?.[1] ?? whole;
}

function yearOf(title: string | null): number | null {
  const found = /(20\d{2})年/.exec(title ?? '');
  return found === null ? null : Number(found[1]);
}

/** A line of its own that is only a date: 成文日期. */
function issuedOnOf(lines: readonly string[]): CalendarDate | null {
  for (const line of lines) {
    const found = /^(20\d{2})年(\d{1,2})月(\d{1,2})日$/.exec(plain(line).replace(/\s/g, ''));
    const [, year, month, day] = found ?? [];
    if (year === undefined || month === undefined || day === undefined) continue;
    const date = parseCalendarDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    if (date !== undefined) return date;
  }
  return null;
}
