import {
  bytesOfHex,
  foldSubtrees,
  hexOf,
  type LeafRange,
  leafHash,
  nodeHash,
  type Subtree,
  subtreesOf,
  type TreeHead,
} from '@mingchou/verifier';
import type { Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';
import './tables.ts';

// Always SHA-256, whatever the suite of a draw (mc-draw/1 §4).
const suite = 'sha256';

interface HashedSubtree extends Subtree {
  readonly hash: Uint8Array;
}

/** Hashes the entries into the tree of `size` leaves and stores every subtree that they complete. */
export async function growTree(db: Kysely<Tables>, size: number, entries: readonly string[]): Promise<TreeHead> {
  const peaks = await loadSubtrees(db, subtreesOf({ from: 0, to: size }));
  const made: HashedSubtree[] = [];
  for (const [at, entry] of entries.entries()) {
    let top: HashedSubtree = { level: 0, index: size + at, hash: leafHash(suite, entry) };
    made.push(top);
    for (let left = peaks.at(-1); left?.level === top.level; left = peaks.at(-1)) {
      top = { level: top.level + 1, index: left.index / 2, hash: nodeHash(suite, left.hash, top.hash) };
      made.push(top);
      peaks.pop();
    }
    peaks.push(top);
  }
  await storeSubtrees(db, made);
  const root = foldSubtrees(
    suite,
    peaks.map(({ hash }) => hash),
  );
  return { size: size + entries.length, root };
}

/** How many leaves the stored tree has. */
export async function countLeaves(db: Kysely<Tables>): Promise<number> {
  const { last } = await db
    .selectFrom('portal_log_node')
    .select((e) => e.fn.max('node_index').as('last'))
    .where('level', '=', 0)
    .executeTakeFirstOrThrow();
  return last === null ? 0 : last + 1;
}

/** The hashes of the ranges of a proof, which must lie within the stored tree. */
export async function hashesOf(db: Kysely<Tables>, ranges: readonly LeafRange[]): Promise<readonly Uint8Array[]> {
  const parts = ranges.map(subtreesOf);
  const loaded = await loadSubtrees(db, parts.flat());
  let at = 0;
  return parts.map((range) => {
    const hashes = loaded.slice(at, at + range.length).map(({ hash }) => hash);
    at += range.length;
    return foldSubtrees(suite, hashes);
  });
}

/** In the order asked for. */
async function loadSubtrees(db: Kysely<Tables>, wanted: readonly Subtree[]): Promise<HashedSubtree[]> {
  if (wanted.length === 0) return [];
  const rows = await db
    .selectFrom('portal_log_node')
    .select(['level', 'node_index', 'hash'])
    .where((e) =>
      e(
        e.refTuple('level', 'node_index'),
        'in',
        wanted.map(({ level, index }) => e.tuple(level, index)),
      ),
    )
    .execute();
  const found = new Map(rows.map((row) => [`${row.level} ${row.node_index}`, bytesOfHex(row.hash)]));
  return wanted.map((subtree) => {
    const hash = found.get(`${subtree.level} ${subtree.index}`);
    if (hash === undefined) throw new Error(`the public log lacks subtree ${subtree.level}/${subtree.index}`);
    return { ...subtree, hash };
  });
}

// PostgreSQL takes 65,535 values a statement; a node has three.
const batch = 10_000;

async function storeSubtrees(db: Kysely<Tables>, nodes: readonly HashedSubtree[]): Promise<void> {
  for (let at = 0; at < nodes.length; at += batch) {
    const rows = nodes.slice(at, at + batch).map(({ level, index, hash }) => ({
      ...{ level, node_index: index, hash: hexOf(hash) },
    }));
    await db.insertInto('portal_log_node').values(rows).execute();
  }
}
