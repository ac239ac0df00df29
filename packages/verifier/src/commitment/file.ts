/** The files a bundle may hold (mc-draw/1 §2), no other names. */
export const fileNames = [
  'rules.json',
  'pool.csv',
  'exclusions.csv',
  'salts.csv',
  'inspectors.csv',
  'conflicts.csv',
  'filesalts.json',
  'commit.json',
  'log.json',
  'seed.json',
  'selected.csv',
  'visits.csv',
  'assignment.csv',
  'amendments.jsonl',
  'labels.csv',
] as const;
export type FileName = (typeof fileNames)[number];
export type Files = ReadonlyMap<FileName, Uint8Array>;

/** Auditors only (§2): with these in public, salted and short lists could be guessed from their hashes. */
export const auditorsOnly: readonly FileName[] = ['salts.csv', 'filesalts.json'];

export function isFileName(name: string): name is FileName {
  return fileNames.some((known) => known === name);
}
