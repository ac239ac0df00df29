import { type PortalBureau, portalBureau } from '@mingchou/contract';
import { sql } from 'kysely';
import type { Tx } from '../../db/tx.ts';
import { defaultGuide } from './guide.ts';
import { writeSnapshot } from './snapshot-store.ts';
import './portal-tables.ts';

/** A bureau stands on the portal from the first thing it publishes. */
export async function ensurePortalBureau(tx: Tx): Promise<void> {
  const found = await tx.db
    .selectFrom('portal_snapshot')
    .select('key')
    .where('bureau_id', '=', tx.bureauId)
    .where('kind', '=', 'bureau')
    .executeTakeFirst();
  if (found === undefined) await publishBureau(tx, await describedBureau(tx));
}

export async function publishBureau(tx: Tx, view: PortalBureau): Promise<void> {
  await writeSnapshot(tx, 'bureau', 'bureau', portalBureau.parse(view));
}

interface BureauRow {
  readonly slug: string;
  readonly name: string;
  readonly section_word: string;
}

async function describedBureau(tx: Tx): Promise<PortalBureau> {
  const { rows } = await sql<BureauRow>`
    select slug, name, section_word from bureau where bureau_id = ${tx.bureauId}`.execute(tx.db);
  const row = rows[0];
  if (row === undefined) throw new Error(`bureau ${tx.bureauId} is not in the directory`);
  return {
    slug: row.slug,
    name: row.name,
    sectionWord: row.section_word,
    supervisor: '派驻纪检监察组（电话见政府网站）',
    // 股室 → 法规股, 科室 → 法规科
    correctionContact: `${row.name}法规${row.section_word.slice(0, 1)}`,
    guide: defaultGuide,
  };
}
