import type { DayItem } from './content.ts';

/** What a pasted table gave: its lines, and what could not be read, by line number from 1. */
export interface ReadDays {
  readonly items: readonly DayItem[];
  readonly total: number | null;
  readonly unread: readonly { readonly line: number; readonly text: string }[];
}

const lineOfDays =
  /^(?:[(（]?[0-9０-９一二三四五六七八九十]+[.．、)）]\s*)?(.*?[^\s:：,，;；])[\s:：,，;；]+([0-9０-９]{1,6})\s*(?:人?日|天)?[;；。,，]?$/;

/**
 * Reads lines of a name and a number of days, as they come from a sheet (tab), a paper (：, spaces) or a list (1. 机关值班：432).
 * A line that calls itself 合计 is the total as written, not an item.
 */
export function readDays(text: string): ReadDays {
  const items: DayItem[] = [];
  const unread: { line: number; text: string }[] = [];
  let total: number | null = null;
  for (const [place, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const match = lineOfDays.exec(line);
    const name = match?.[1] ?? '';
    const days = Number((match?.[2] ?? '').normalize('NFKC'));
    if (match === null || name === '') unread.push({ line: place + 1, text: raw.trim() });
    else if (/合计|总计|小计/.test(name)) total = days;
    else items.push({ name, days });
  }
  return { items, total, unread };
}
