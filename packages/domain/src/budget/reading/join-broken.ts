import type { SourceLine } from './source.ts';
import { plain } from './statement.ts';

/** A paragraph that was broken in two by hand: the first half has a mark and no figure, the second a figure and no mark. */
export function joinBroken(lines: readonly SourceLine[]): readonly SourceLine[] {
  const joined: SourceLine[] = [];
  for (const line of lines) {
    const [before] = joined.at(-1) ?? [];
    const [cell] = line;
    const alone = line.length === 1 && joined.at(-1)?.length === 1;
    const continues =
      alone &&
      before !== undefined &&
      cell !== undefined &&
      /^\d{1,2}[.、]/.test(plain(before.text.trim())) &&
      !/[\d户家日人][;。,]?$|[;。]$/.test(plain(before.text.trim())) &&
      /^[^\d(（一二三四五六七八九十][^。]*[:：]\s*\d+[;；。]?$/.test(cell.text.trim());
    if (continues)
      joined[joined.length - 1] = [{ place: before.place, text: `${before.text.trim()}${cell.text.trim()}` }];
    else joined.push(line);
  }
  return joined;
}
