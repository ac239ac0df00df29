import type { InspectorId, SubjectId } from '../id.ts';

/** One object drawn on another platform, with the team that goes there. */
export interface ExternalObject {
  /** Place in the list, from 1. */
  readonly order: number;
  readonly subjectId: SubjectId;
  readonly code: string;
  readonly name: string;
  readonly sector: string;
  readonly inspectors: readonly { readonly inspectorId: InspectorId; readonly code: string; readonly name: string }[];
}

/** What is wrong with one cell of the list; row from 1, column as a spreadsheet names it. */
export interface ListProblem {
  readonly code: 'subject-unknown' | 'subject-twice' | 'inspector-unknown' | 'inspector-twice' | 'team-too-small';
  readonly row: number;
  readonly column: string;
  readonly written: string;
}

export interface KnownPeople {
  readonly subjects: readonly Omit<ExternalObject, 'order' | 'inspectors'>[];
  readonly inspectors: readonly ExternalObject['inspectors'][number][];
  /** 行政处罚法第四十二条 and the bureau's rule: the least inspectors a visit. */
  readonly seats: number;
}

interface Layout {
  readonly headRow: number;
  readonly codePlace: number;
  readonly teamPlaces: readonly number[] | null;
}

const headRows = 5;
const separators = /[、,，;；\s]+/;

/**
 * The list of an external draw as it was pasted or read from a workbook: a column of credit codes and columns of
 * inspectors, by certificate number or by a name that only one person has. With or without a head.
 */
export function readExternalList(
  rows: readonly (readonly string[])[],
  known: KnownPeople,
): { readonly objects: readonly ExternalObject[]; readonly problems: readonly ListProblem[] } {
  const layout = layoutOf(rows);
  const objects: ExternalObject[] = [];
  const problems: ListProblem[] = [];
  rows.slice(layout.headRow).forEach((cells, at) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    const row = layout.headRow + at + 1;
    const problem = (code: ListProblem['code'], place: number, written: string) =>
      problems.push({ code, row, column: columnName(place), written });
    const typed = (cells[layout.codePlace] ?? '').normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
    const subject = known.subjects.find(({ code }) => code === typed);
    if (subject === undefined) return void problem('subject-unknown', layout.codePlace, typed);
    if (objects.some(({ code }) => code === subject.code))
      return void problem('subject-twice', layout.codePlace, typed);

    const team: ExternalObject['inspectors'][number][] = [];
    for (const { place, written } of teamCells(cells, layout, subject.name)) {
      const person = inspectorOf(written, known);
      if (person === undefined) problem('inspector-unknown', place, written);
      else if (team.includes(person)) problem('inspector-twice', place, written);
      else team.push(person);
    }
    if (team.length < known.seats && !problems.some((one) => one.row === row)) {
      problem('team-too-small', layout.codePlace, subject.name);
    }
    const { subjectId, code, name, sector } = subject;
    objects.push({ order: objects.length + 1, subjectId, code, name, sector, inspectors: team });
  });
  return { objects, problems };
}

function layoutOf(rows: readonly (readonly string[])[]): Layout {
  const headAt = rows.slice(0, headRows).findIndex((cells) => cells.some((cell) => cell.includes('代码')));
  const head = rows[headAt];
  if (head === undefined) return { headRow: 0, codePlace: 0, teamPlaces: null };
  const codePlace = head.findIndex((cell) => cell.includes('代码'));
  const teamPlaces = head.flatMap((cell, place) => (/执法|证号|人员/.test(cell) ? [place] : []));
  return { headRow: headAt + 1, codePlace, teamPlaces };
}

/** The names and numbers of the team; without a head every cell behind the code that is not the object's own name. */
function teamCells(cells: readonly string[], { codePlace, teamPlaces }: Layout, name: string) {
  const places = teamPlaces ?? cells.flatMap((_, place) => (place > codePlace ? [place] : []));
  return places.flatMap((place) => {
    const cell = (cells[place] ?? '').normalize('NFKC').trim();
    if (cell === name || cell === '') return [];
    return cell.split(separators).flatMap((written) => (written === '' ? [] : [{ place, written }]));
  });
}

function inspectorOf(written: string, { inspectors }: KnownPeople): ExternalObject['inspectors'][number] | undefined {
  const byCode = inspectors.find(({ code }) => code === written.toUpperCase());
  if (byCode !== undefined) return byCode;
  const named = inspectors.filter(({ name }) => name === written);
  return named.length === 1 ? named[0] : undefined;
}

/** 0 → A, 25 → Z, 26 → AA. */
function columnName(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : columnName(Math.floor(place / 26) - 1) + last;
}

/** Pasted lines as rows of cells: a tab parts cells, else commas or spaces do. */
export function cellsOfText(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .map((line) => (line.includes('\t') ? line.split('\t') : line.trim().split(separators)))
    .map((cells) => cells.map((cell) => cell.trim()));
}
