import type { PortalDraw, PortalSource } from '@mingchou/contract';
import { drandName, exclusionTitles, lotteryGames, lotteryOnTrust, voidReasonTitles } from '@mingchou/contract';
import type { Draw, LiveDraw, RandomSource } from '@mingchou/domain';
import { recordOf, sampleTotals } from '@mingchou/domain';
import type { Tx } from '../../db/tx.ts';
import { readFile } from '../../files/index.ts';
import { frozenBundle, listDrawFiles, publicBundle } from './files.ts';
import type { DrawPorts } from './ports.ts';
import { loadObjects } from './result-store.ts';

type Frozen = Exclude<LiveDraw, { readonly status: 'preparing' }>;

/**
 * What the portal shows of the draw from its commitment on. Persons are the officers who acted and the witnesses;
 * who goes where is not in it.
 */
export async function publishSnapshot(ports: DrawPorts, tx: Tx, draw: Draw): Promise<void> {
  const record = recordOf(draw);
  if (record.status === 'preparing' || record.status === 'frozen') return;
  const objects = await loadObjects(tx, record.id);
  const view: PortalDraw = {
    ...figuresOf(record),
    id: record.id,
    drawNo: record.drawNo,
    year: record.setup.year,
    planRowNo: record.setup.planRowNo,
    taskName: record.setup.taskName,
    objects: record.setup.objects,
    status: draw.status === 'voided' ? 'voided' : record.status,
    suite: record.setup.suite,
    frozen: { at: record.frozen.at, by: record.frozen.name },
    commitment: {
      hash: record.commitment.c,
      at: record.commitment.act.at,
      by: record.commitment.act.name,
      approvedBy: null,
      openAt: record.openAt,
      logIndex: record.commitment.logIndex,
    },
    sources: record.sources.map((source) => sourceView(record, source)),
    drawn: drawnView(record),
    dispatchedAt: record.status === 'dispatched' ? record.dispatched.at : null,
    objectsDrawn: objects.map(({ kind, order, name, code, stratum, ticket }) => ({
      ...{ kind, order, name, code, stratum, ticket },
    })),
    vacantSeats: 'result' in record ? record.result.vacantSeats : 0,
    amendments: [],
    voided: draw.status === 'voided' ? voidView(draw) : null,
    bundle: await publishBundle(ports, tx, record, publicBundle, `draw-${record.drawNo}`),
    frozenFiles: await publishBundle(ports, tx, record, frozenBundle, `draw-${record.drawNo}-frozen`),
  };
  await ports.publishDrawSnapshot(tx, view);
}

function figuresOf({ figures, setup }: Frozen): Pick<PortalDraw, 'counts' | 'strata' | 'exclusions'> {
  const { pool, eligible, excluded, strata } = figures;
  const { size, reserve } = sampleTotals(strata);
  return {
    counts: { pool, excluded: pool - eligible, eligible, selected: size, reserves: reserve },
    strata: setup.strata.flatMap(({ code, name, batches }) => {
      const found = strata.find((one) => one.code === code);
      if (found === undefined) return [];
      return [{ code, name, eligible: found.eligible, size: found.size, full: found.full, batches }];
    }),
    exclusions: excluded.map(({ reason, count }) => ({ reason: exclusionTitles[reason], count })),
  };
}

function sourceView(draw: LiveDraw, source: RandomSource): PortalSource {
  const collecting = 'reveals' in draw ? draw : undefined;
  const empty = { sealed: null, value: null, recordedAt: null, recordedBy: null, confirmedBy: null };
  if (source.kind === 'dice') {
    // Digits that nobody has confirmed may still be mistyped; the public sees them once two people agree.
    const confirmed = collecting?.dice?.confirmed ?? null;
    const dice = confirmed === null ? undefined : collecting?.dice;
    return {
      kind: 'dice',
      label: `当众投十面骰子${source.digits}位`,
      sealed: null,
      value: dice?.digits ?? null,
      recordedAt: dice?.typed.at ?? null,
      recordedBy: dice?.typed.name ?? null,
      confirmedBy: confirmed?.name ?? null,
    };
  }
  if (source.kind === 'lottery') {
    const label = `${lotteryGames[source.game].name}第${source.issue}期开奖号码（${lotteryOnTrust}）`;
    const typed = collecting?.lotteries?.find((one) => one.lottery === source.id);
    const confirmed = typed?.confirmed ?? null;
    if (typed === undefined || confirmed === null) return { ...empty, kind: 'lottery', label };
    const { numbers: value } = typed;
    const acts = { recordedAt: typed.typed.at, recordedBy: typed.typed.name, confirmedBy: confirmed.name };
    return { ...empty, kind: 'lottery', label, value, ...acts };
  }
  if (source.kind === 'drand') {
    const label = `drand ${drandName(source.chain)}第${source.round}轮`;
    const drand = collecting?.drand;
    if (drand === undefined) return { ...empty, kind: 'drand', label };
    const recordedBy = drand.pasted?.name ?? null;
    return { ...empty, kind: 'drand', label, value: drand.signature, recordedAt: drand.at, recordedBy };
  }
  const reveal = collecting?.reveals.find((one) => one.witness === source.id);
  return {
    kind: 'witness',
    label: `见证人${source.name}（${source.organisation}）`,
    sealed: source.sealed?.commitment ?? null,
    value: reveal?.value ?? null,
    recordedAt: reveal?.at ?? null,
    recordedBy: null,
    confirmedBy: null,
  };
}

function drawnView(draw: LiveDraw): PortalDraw['drawn'] {
  if (draw.status !== 'drawn' && draw.status !== 'dispatched') return null;
  const { drawn, result } = draw;
  const { seed, sampleKey, hash: resultHash } = result;
  return { at: drawn.at, by: drawn.name, seed, sampleKey, resultHash };
}

function voidView({ voided }: Extract<Draw, { readonly status: 'voided' }>): PortalDraw['voided'] {
  const { reason, text, approver } = voided;
  return { at: approver.at, reason: `${voidReasonTitles[reason]}：${text}`, approver: approver.name };
}

async function publishBundle(
  ports: DrawPorts,
  tx: Tx,
  draw: LiveDraw,
  bundle: string,
  stem: string,
): Promise<PortalDraw['bundle']> {
  const file = (await listDrawFiles(tx, draw.id)).find(({ name }) => name === bundle);
  if (file === undefined) return null;
  const stored = await readFile(tx, file.hash);
  if (stored === undefined) throw new Error(`${bundle} of draw ${draw.id} is missing`);
  return ports.publishFile(tx, {
    stem,
    extension: 'zip',
    mediaType: 'application/zip',
    bytes: stored.bytes,
  });
}
