import type { DrawId } from '@mingchou/domain';
import { readRules, type Selection, type Suite } from '@mingchou/verifier';
import { sql } from 'kysely';
import type { Tx } from '../../db/tx.ts';
import type { Computed } from './compute.ts';

/** `not-checked`: PostgreSQL alone has no SM3, only with the extension pgcrypto of some builds. */
export type SqlFinding = 'agreed' | 'not-checked';

/**
 * Computes the tickets of the drawn once more, by PostgreSQL from its own copy of the frozen roster and by the formula of
 * mc-draw/1 §6 in SQL. Where nothing but the ticket decides, the places up to the cut-off and beyond it are compared as
 * well. Throws on any difference: a result that two programs of different makers do not share is not saved.
 */
export async function crossCheckTickets(tx: Tx, drawId: DrawId, suite: Suite, computed: Computed): Promise<SqlFinding> {
  if (suite !== 'sha256') return 'not-checked';
  const { selection, result, files } = computed;
  const rules = readRules(files.get('rules.json') ?? new Uint8Array());
  const plain = rules.ok && rules.value.quota === undefined;
  const found = await placesInSql(tx, drawId, result.sampleKey, selection);
  const next = new Map<string, number>();
  for (const line of selection) {
    const place = (next.get(line.stratum) ?? 0) + 1;
    next.set(line.stratum, place);
    const inSql = found.get(line.id);
    if (inSql?.ticket !== line.ticket || differs(inSql.stratum, line.stratum) || (plain && inSql.place !== place)) {
      throw new Error(`PostgreSQL computes another ticket or place of ${line.id} in draw ${drawId}`);
    }
  }
  return 'agreed';
}

/** A roster frozen before rosters knew their strata holds a dash; it had one stratum. */
function differs(inSql: string, stratum: string): boolean {
  return inSql !== '-' && inSql !== stratum;
}

interface InSql {
  readonly id: string;
  readonly stratum: string;
  readonly ticket: string;
  readonly place: number;
}

async function placesInSql(
  tx: Tx,
  drawId: DrawId,
  sampleKey: string,
  selection: Selection,
): Promise<ReadonlyMap<string, InSql>> {
  const ids = selection.map(({ id }) => id);
  const { rows } = await sql<InSql>`
    select id, stratum, encode(ticket, 'hex') as ticket, place::int as place
    from (
      select id, stratum, ticket, row_number() over (partition by stratum order by ticket, id collate "C") as place
      from (
        select code as id, stratum, sha256((${sampleKey}::text || ':' || code)::bytea) as ticket
        from draw_roster
        where bureau_id = ${tx.bureauId} and draw_id = ${drawId} and exclusion_reason is null
      ) as ticketed
    ) as placed
    where id = any(${ids})`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row]));
}
