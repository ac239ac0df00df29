import type { BureauId } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import '../../db/base-tables.ts';
import type { BureauFacts } from './ports.ts';

// commit.json takes codes of at most 32 characters (mc-draw/1 §1).
const longestCode = 32;

/** The bureau as its draws name it: region and slug, because two bureaus may share a region code. */
export async function bureauOfDraws(db: Db, bureauId: BureauId): Promise<BureauFacts> {
  const row = await db.db
    .selectFrom('bureau')
    .select(['name', 'slug', 'region_code'])
    .where('bureau_id', '=', bureauId)
    .executeTakeFirstOrThrow();
  return { name: row.name, slug: row.slug, code: `${row.region_code}-${row.slug}`.slice(0, longestCode) };
}
