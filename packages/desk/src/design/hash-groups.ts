export interface HashGroups {
  /** The first two groups, which people compare aloud. */
  readonly loud: string;
  readonly rest: string;
}

/**
 * A hash in groups of four. `short` keeps the first 16 characters, 「…」 and the last 12, for narrow columns and the
 * big screen; nothing is ever cut without 「…」.
 */
export function hashGroups(hash: string, short = false): HashGroups {
  const groups = hash.match(/.{1,4}/g) ?? [];
  const loud = groups.slice(0, 2).join(' ');
  if (!short || groups.length <= 7) return { loud, rest: groups.slice(2).join(' ') };
  return { loud, rest: [...groups.slice(2, 4), '…', ...groups.slice(-3)].join(' ') };
}
