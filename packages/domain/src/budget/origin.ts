import type { BudgetSource, ReadFigure, SourcePart, UnreadCell } from './reading/source.ts';

/** 原文: the file that a budget was read from, kept beside the figures so that anybody can compare (对照原文). */
export interface BudgetOrigin extends BudgetSource {
  /** SHA-256 of the file, under which its bytes are kept. */
  readonly fileHash: string;
  readonly figures: readonly ReadFigure[];
  readonly unread: readonly UnreadCell[];
}

const most = { parts: 20, lines: 600, cells: 30, signs: 400 } as const;

/** The source within bounds: what stands beyond them stays in the file. */
export function boundedParts(parts: readonly SourcePart[]): readonly SourcePart[] {
  let left: number = most.lines;
  return parts.slice(0, most.parts).map(({ name, lines }) => {
    const said = lines.filter((line) => line.some(({ text }) => text.trim() !== '')).slice(0, left);
    left -= said.length;
    return {
      name: name.slice(0, 100),
      lines: said.map((line) =>
        line.slice(0, most.cells).map(({ place, text }) => ({ place, text: text.slice(0, most.signs) })),
      ),
    };
  });
}
