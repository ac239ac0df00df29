import { type PortalBureau, portalBureau } from '@mingchou/contract';
import { inTerms, type Terms, termsOfSection } from '@mingchou/domain';
import { sql } from 'kysely';
import type { Tx } from '../../db/tx.ts';
import { defaultGuide } from './guide.ts';
import { writeSnapshot } from './snapshot-store.ts';
import './portal-tables.ts';

/** A bureau stands on the portal from the first thing it publishes. */
export async function ensurePortalBureau(tx: Tx): Promise<void> {
  if ((await shownTerms(tx)) === undefined) await publishBureau(tx, await describedBureau(tx));
}

/** Lets the public pages speak the bureau's words, from the first thing it publishes on. */
export async function publishWords(tx: Tx, terms: Terms): Promise<void> {
  if (!same(await shownTerms(tx), terms)) await publishBureau(tx, await describedBureau(tx, terms));
}

/** The same where a bureau has changed its words; one that has published nothing yet stays unseen. */
export async function republishWords(tx: Tx, terms: Terms): Promise<void> {
  if ((await shownTerms(tx)) !== undefined) await publishWords(tx, terms);
}

export async function publishBureau(tx: Tx, view: PortalBureau): Promise<void> {
  await writeSnapshot(tx, 'bureau', 'bureau', portalBureau.parse(view));
}

function same(a: Terms | undefined, b: Terms): boolean {
  return a !== undefined && (Object.keys(b) as (keyof Terms)[]).every((key) => a[key] === b[key]);
}

async function shownTerms(tx: Tx): Promise<Terms | undefined> {
  const found = await tx.db
    .selectFrom('portal_snapshot')
    .select('view')
    .where('bureau_id', '=', tx.bureauId)
    .where('kind', '=', 'bureau')
    .executeTakeFirst();
  return found === undefined ? undefined : portalBureau.parse(found.view).terms;
}

interface BureauRow {
  readonly slug: string;
  readonly name: string;
  readonly section_word: string;
}

async function describedBureau(tx: Tx, given?: Terms): Promise<PortalBureau> {
  const { rows } = await sql<BureauRow>`
    select slug, name, section_word from bureau where bureau_id = ${tx.bureauId}`.execute(tx.db);
  const row = rows[0];
  if (row === undefined) throw new Error(`bureau ${tx.bureauId} is not in the directory`);
  const terms = given ?? termsOfSection(row.section_word);
  return {
    slug: row.slug,
    name: row.name,
    terms,
    supervisor: '派驻纪检监察组（电话见政府网站）',
    correctionContact: `${row.name}${terms.legalSection}`,
    guide: defaultGuide.map((part) => ({
      ...part,
      paragraphs: part.paragraphs.map((text) => inTerms(text, terms)),
    })),
  };
}
