import { exclusionTitles, type FoundEntry, type OwnChance, type SelfCheck } from '@mingchou/contract';
import type { BureauId, Draw, DrawId, ExclusionReason, LiveDraw } from '@mingchou/domain';
import { isSealed, recordOf } from '@mingchou/domain';
import type { FileName, PoolEntry, Rules, Tally } from '@mingchou/verifier';
import {
  chancesOf,
  commitmentHash,
  drawKey,
  drawSubjects,
  inTicketOrder,
  ownEntryOf,
  readCommitment,
  readExclusions,
  readLabels,
  readPool,
  readRules,
  readSeed,
  talliesOf,
} from '@mingchou/verifier';
import type { Db } from '../../db/tx.ts';
import { readDrawFiles } from './files.ts';
import './tables.ts';

/** Draws kept prepared in memory: after a ceremony many ask about the same one. */
const mostPrepared = 8;
/** Rounds of the simulation where quota or weights leave no fraction: fewer in a large pool, whose shares vary less. */
const mostRounds = 2000;
const entriesAndRounds = 400_000;
/** More tickets than a ruler can show apart. */
const mostTicks = 400;

type Prepared = (code: string) => SelfCheck;

/**
 * Answers 自查 from the draw's own files. It reads with the application's role, because the salts lie sealed: nobody gets
 * more than his own line and salt. Nothing of a draw that is sealed, and nothing before there is a result.
 */
export function selfChecks(): (db: Db, drawNo: number, code: string) => Promise<SelfCheck | undefined> {
  const prepared = new Map<string, Prepared>();
  return async (db, drawNo, code) => {
    const found = await drawNumbered(db, drawNo);
    if (found === undefined) return undefined;
    if (isSealed(found.draw)) return { kind: 'sealed' };
    const record = recordOf(found.draw);
    const key = keyOf(db.bureauId, found);
    const ready = prepared.get(key) ?? prepare(record, await readDrawFiles(db, record.id));
    if (ready === undefined) return { kind: 'not-drawn' };
    prepared.delete(key);
    prepared.set(key, ready);
    for (const oldest of prepared.keys()) if (prepared.size > mostPrepared) prepared.delete(oldest);
    return code === '' ? { kind: 'no-code' } : ready(code);
  };
}

interface Found {
  readonly draw: Draw;
  readonly version: number;
}

/** Only what is public has an answer: a draw that was never committed does not exist outside. */
async function drawNumbered(db: Db, drawNo: number): Promise<Found | undefined> {
  const row = await db.db
    .selectFrom('draw')
    .select(['state as draw', 'version'])
    .where('bureau_id', '=', db.bureauId)
    .where('draw_no', '=', drawNo)
    .where('commitment', 'is not', null)
    .executeTakeFirst();
  return row;
}

function keyOf(bureauId: BureauId, { draw, version }: Found): string {
  const id: DrawId = recordOf(draw).id;
  return `${bureauId} ${id} ${version}`;
}

function prepare(record: LiveDraw, files: ReadonlyMap<FileName, Uint8Array>): Prepared | undefined {
  const file = (name: FileName) => files.get(name) ?? new Uint8Array();
  const [commitment, rules] = [readCommitment(file('commit.json')), readRules(file('rules.json'))];
  const [pool, seed] = [readPool(file('pool.csv')), readSeed(file('seed.json'))];
  const [labels, exclusions] = [readLabels(file('labels.csv')), readExclusions(file('exclusions.csv'))];
  const tallies = talliesOf(files);
  if (!commitment.ok || !rules.ok || !pool.ok || !seed.ok || !labels.ok || !exclusions.ok) return undefined;
  if (tallies === undefined) return undefined;
  const names = new Map(labels.value.map(({ id, name }) => [id, name]));
  const reasons = new Map(exclusions.value.map(({ id, reasonCode }) => [id, reasonCode]));
  const groups = new Map(pool.value.map((entry) => [entry.id, entry]));
  const chances = chancesIn(rules.value, pool.value);
  const places = placesOf(rules.value, pool.value, seed.value.seed);
  const { suite } = rules.value;
  const shared = {
    suite,
    commitment: commitmentHash(suite, file('commit.json')),
    seed: seed.value.seed,
    sampleKey: drawKey(suite, 'sample', seed.value.seed),
  };
  const poolIsPublic = commitment.value.public.includes('pool.csv');

  return (code): SelfCheck => {
    const tally = tallies(code);
    const entry = tally === undefined ? undefined : ownEntryOf(files, tally);
    const own = groups.get(code);
    if (tally === undefined || entry === undefined || own === undefined) return { kind: 'not-in-pool', code };
    const reason = reasons.get(code);
    return {
      kind: 'found',
      ...shared,
      code,
      name: names.get(code) ?? code,
      stratum: record.setup.strata.find((one) => one.code === tally.stratum)?.name ?? tally.stratum,
      entry: { ...entry, proof: { ...entry.proof, path: [...entry.proof.path] } },
      rank: tally.rank ?? null,
      reserveRank: tally.reserveRank ?? null,
      eligible: tally.eligible,
      size: tally.size,
      chance: chanceOf(tally, chances(own.stratum, own.group, own.weight)),
      exclusion: reason === undefined ? null : (exclusionTitles[reason as ExclusionReason] ?? reason),
      ticks: poolIsPublic ? ticksOf(places, tally) : [],
    };
  };
}

interface Simulated {
  readonly permille: number;
  readonly rounds: number;
}
type ChanceIn = (stratum: string, group: string, weight: number) => Simulated | undefined;

/** Simulated only where the rules leave no fraction; once a draw. */
function chancesIn(rules: Rules, pool: readonly PoolEntry[]): ChanceIn {
  if (rules.quota === undefined && pool.every(({ weight }) => weight === 1)) return () => undefined;
  const rounds = Math.max(20, Math.min(mostRounds, Math.floor(entriesAndRounds / pool.length)));
  const cells = chancesOf(rules, pool, rounds);
  return (stratum, group, weight) => {
    const cell = cells.find((one) => one.stratum === stratum && one.group === group && one.weight === weight);
    return cell === undefined ? undefined : { permille: Math.round(1000 * cell.chance), rounds };
  };
}

function chanceOf({ outcome, size, eligible }: Tally, simulated: Simulated | undefined): OwnChance {
  if (outcome === 'excluded') return { kind: 'none' };
  if (size === eligible) return { kind: 'certain', eligible };
  if (simulated === undefined) return { kind: 'exact', size, eligible };
  return { kind: 'simulated', ...simulated };
}

interface Placed {
  readonly id: string;
  readonly stratum: string;
  readonly at: number;
  readonly outcome: FoundEntry['ticks'][number]['outcome'];
}

/** Every eligible entry's place on the ruler, in ticket order. */
function placesOf(rules: Rules, pool: readonly PoolEntry[], seed: string): readonly Placed[] {
  const kinds = new Map(drawSubjects(rules, pool, seed).map(({ id, kind }) => [id, kind]));
  const outcomes = { S: 'selected', R: 'reserve' } as const;
  return inTicketOrder(rules, pool, seed).map(({ entry: { id, stratum }, ticket }) => {
    const kind = kinds.get(id);
    const at = Math.floor((Number.parseInt(ticket.slice(0, 8), 16) / 0x1_0000_0000) * 10_000);
    return { id, stratum, at, outcome: kind === undefined ? 'not-selected' : outcomes[kind] };
  });
}

function ticksOf(places: readonly Placed[], own: Tally): FoundEntry['ticks'] {
  const others = places.filter(({ id, stratum }) => stratum === own.stratum && id !== own.id);
  return others.slice(0, mostTicks).map(({ at, outcome }) => ({ at, outcome }));
}
