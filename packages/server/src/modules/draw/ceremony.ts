import type { CeremonySource, CeremonyStratum, PortalCeremony } from '@mingchou/contract';
import { voidReasonTitles } from '@mingchou/contract';
import type { Draw, LiveDraw } from '@mingchou/domain';
import { isSealed, lotsOf, recordOf, shownLots } from '@mingchou/domain';
import type { Files } from '@mingchou/verifier';
import { readSeed } from '@mingchou/verifier';
import type { Db, Tx } from '../../db/tx.ts';
import { ceremonySourceOf, typedBefore } from './ceremony-source.ts';
import { readDrawFiles } from './files.ts';
import type { DrawPorts } from './ports.ts';
import { loadDraw } from './store.ts';

type Committed = Extract<LiveDraw, { readonly commitment: unknown }>;

/**
 * The one place that decides what the room and its phones may see, and when. It is written in the transaction of the
 * act itself, so that no screen shows what was not decided; before the commitment there is nothing to see.
 */
export async function publishCeremony(ports: DrawPorts, tx: Tx, draw: Draw, typing = ''): Promise<void> {
  const record = recordOf(draw);
  if (!('commitment' in record)) return;
  await ports.publishCeremony(tx, await ceremonyOf(tx, draw, record, typing));
}

async function ceremonyOf(db: Db, draw: Draw, record: Committed, typing: string): Promise<PortalCeremony> {
  const { commitment, frozen, openAt, drawNo, setup, voidRequest } = record;
  const files = await readDrawFiles(db, record.id);
  const typed = await typedBefore(db, record.id);
  const known = record.sources.map((source) => withTyping(ceremonySourceOf(record, source, typed), typing));
  const strata = strataOf(files, new Map(setup.strata.map(({ code, name }) => [code, name])));
  const sealed = isSealed(draw);
  return {
    ...{ drawNo, year: setup.year, objects: setup.objects, openAt },
    version: (await loadDraw(db, record.id))?.version ?? 0,
    status: draw.status === 'voided' ? 'voided' : record.status,
    operator: record.prepared.name,
    frozenAt: frozen.at,
    commitment: { hash: commitment.c, at: commitment.act.at, logIndex: commitment.logIndex },
    sources: sealed ? known.map(withheld) : known,
    strata: sealed ? strata.map((stratum) => ({ ...stratum, lots: [], rest: [] })) : strata,
    sealed: sealed ? { drawnAt: 'result' in record ? record.drawn.at : null } : null,
    drawn:
      'result' in record && !sealed ? { at: record.drawn.at, by: record.drawn.name, seed: record.result.seed } : null,
    interrupted: draw.status === 'voided' || voidRequest === null ? null : interruptionOf(voidRequest),
    voided: draw.status === 'voided' ? { ...voidOf(draw), resultKnown: files.has('seed.json') } : null,
  };
}

/** Digits that the operator is typing at this moment: shown, and nothing yet. */
function withTyping(source: CeremonySource, typing: string): CeremonySource {
  if (source.kind !== 'dice' || source.value !== null || typing === '') return source;
  return { ...source, value: typing, typing: true };
}

/** Of a sealed draw the room sees that a number has come, and not the number. */
function withheld(source: CeremonySource): CeremonySource {
  return { ...source, value: null, typing: false, replaced: [] };
}

/** The picture follows from the public files alone, so that it is the one anybody else would draw. */
function strataOf(files: Files, names: ReadonlyMap<string, string>): CeremonyStratum[] {
  const seed = files.has('seed.json') ? readSeed(files.get('seed.json') ?? new Uint8Array()) : undefined;
  if (seed !== undefined && !seed.ok) throw new Error('the seed of a draw cannot be read');
  return lotsOf(files, seed?.value.seed ?? null).map((stratum) => {
    const { lots, rest } = shownLots(stratum);
    const { code, eligible, size, reserves, plain } = stratum;
    const short = lots.map(({ ticket, ...lot }) => ({ ...lot, ticket: ticket.slice(0, 8) }));
    return { code, name: names.get(code) ?? code, eligible, size, reserves, plain, lots: short, rest: [...rest] };
  });
}

function interruptionOf({ applicant, reason }: NonNullable<LiveDraw['voidRequest']>) {
  // The applicant's own words stay inside until somebody has decided on them.
  return { at: applicant.at, by: applicant.name, reason: voidReasonTitles[reason] };
}

function voidOf({ voided }: Extract<Draw, { readonly status: 'voided' }>) {
  const { approver, applicant, reason, text } = voided;
  const why = `${voidReasonTitles[reason]}：${text}`;
  return { at: approver.at, reason: why, applicant: applicant.name, approver: approver.name };
}
