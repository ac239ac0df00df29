import type { RowProblem } from './row-problem.ts';

/** What the names in a workbook may mean in this bureau. */
export interface RowContext<SectionId extends string> {
  readonly sectors: readonly { readonly code: string; readonly name: string }[];
  readonly sections: readonly { readonly id: SectionId; readonly name: string }[];
}

/** Reads the cells of one row and gathers what is wrong with them; an empty cell keeps what is registered. */
export function cellReader(cells: Readonly<Record<string, string>>) {
  const problems: RowProblem[] = [];
  const at = (column: string): string => cells[column] ?? '';
  return {
    problems,
    at,
    report: (problem: RowProblem) => void problems.push(problem),
    /** The text, else what stands in the registry, else a problem and ''. */
    needed(column: string, before: string | undefined): string {
      const written = at(column) === '' ? before : at(column);
      if (written === undefined) problems.push({ code: 'cell-missing', column });
      return written ?? '';
    },
    optional(column: string, before: string | null | undefined): string | null {
      return at(column) === '' ? (before ?? null) : at(column);
    },
    /** The code whose title or code is written, else `before`. */
    chosen<Code extends string>(
      column: string,
      titles: readonly { readonly code: Code; readonly title: string }[],
      before: Code | undefined,
    ): Code | undefined {
      const written = at(column);
      if (written === '') return before;
      const found = titles.find(({ code, title }) => title === written || code === written);
      if (found === undefined) {
        problems.push({ code: 'choice-unknown', column, written, choices: titles.map(({ title }) => title) });
      }
      return found?.code;
    },
  };
}

/** A table of titles as a list of choices, in its own order. */
export function choicesOf<Code extends string>(
  codes: readonly Code[],
  titles: Readonly<Record<Code, string>>,
): readonly { readonly code: Code; readonly title: string }[] {
  return codes.map((code) => ({ code, title: titles[code] }));
}

/** A landline or mobile number, with or without its area code. */
export const phoneForm = /^(\+?86-?)?(1\d{10}|(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?)$/;
