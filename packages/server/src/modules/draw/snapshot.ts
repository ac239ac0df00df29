import type { PortalDraw, PortalSource } from '@mingchou/contract';
import {
  amendmentReasonTitle,
  drandName,
  exclusionTitles,
  lotteryGames,
  lotteryOnTrust,
  overrideTitles,
  voidReasonTitles,
} from '@mingchou/contract';
import type { Draw, LiveDraw, RandomSource } from '@mingchou/domain';
import { isSealed, overridesOf, recordOf, sampleTotals } from '@mingchou/domain';
import { digestHex, drawKey, readSeed, textOf } from '@mingchou/verifier';
import type { Tx } from '../../db/tx.ts';
import { readFile } from '../../files/index.ts';
import { publishCeremony } from './ceremony.ts';
import { frozenBundle, listDrawFiles, listRevisions, publicBundle, resultEntryFile } from './files.ts';
import type { DrawPorts } from './ports.ts';
import { type DrawnObject, loadObjects, loadSeats } from './result-store.ts';
import { spreadOf } from './spread.ts';
import { amendedOf } from './standing.ts';

type Frozen = Exclude<LiveDraw, { readonly status: 'preparing' }>;

/**
 * What the portal shows of the draw from its commitment on. Persons are the officers who acted and the witnesses;
 * who goes where is not in it.
 */
export async function publishSnapshot(ports: DrawPorts, tx: Tx, draw: Draw): Promise<void> {
  const record = recordOf(draw);
  if (record.status === 'preparing' || record.status === 'frozen') return;
  const sealed = isSealed(draw);
  const objects = sealed ? [] : await loadObjects(tx, record.id);
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
    // That a number has come may be known of a sealed draw, the number not.
    sources: record.sources.map((source) => ({ ...sourceView(record, source), ...(sealed ? { value: null } : {}) })),
    sealing: sealingView(draw),
    drawn: sealed ? null : (drawnView(record) ?? (await computedAtVoid(tx, draw))),
    dispatchedAt: record.status === 'dispatched' && !sealed ? record.dispatched.at : null,
    objectsDrawn: objects.map(({ kind, order, name, code, stratum, ticket }) => ({
      ...{ kind, order, name, code, stratum, ticket },
    })),
    vacantSeats: 'result' in record && !sealed ? record.result.vacantSeats : 0,
    amendments: sealed ? [] : amendmentViews(record, objects, await amendmentLines(tx, record)),
    seats: (await loadSeats(tx, record.id)).length,
    spread: sealed ? null : await spreadOf(ports, tx, record.id),
    replaces: record.replaces,
    silent: draw.status === 'voided' && !('result' in record) ? silentOf(record) : [],
    voided: draw.status === 'voided' ? voidView(draw) : null,
    bundle: sealed ? null : await publishBundle(ports, tx, record, publicBundle, `draw-${record.drawNo}`),
    earlierBundles: sealed ? [] : await earlierBundles(ports, tx, record),
    resultEntry: sealed
      ? null
      : await publishBundle(ports, tx, record, resultEntryFile, `draw-${record.drawNo}-result`),
    frozenFiles: await publishBundle(ports, tx, record, frozenBundle, `draw-${record.drawNo}-frozen`),
  };
  await ports.publishDrawSnapshot(tx, view);
  await publishCeremony(ports, tx, draw);
}

function figuresOf(draw: Frozen): Pick<PortalDraw, 'counts' | 'strata' | 'exclusions' | 'round' | 'overrides'> {
  const { figures, setup, round } = draw;
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
    round: round?.name ?? null,
    overrides: isSealed(draw)
      ? []
      : overridesOf(draw).flatMap(({ kind, was, text, ground, decision }) =>
          decision?.kind === 'approved'
            ? [
                {
                  ...{ kind: overrideTitles[kind], was: was.map((reason) => exclusionTitles[reason]).join('、') },
                  ...{ text, ground, approver: decision.act.name },
                },
              ]
            : [],
        ),
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

/** All numbers were in when the draw was voided: the result is public all the same. */
async function computedAtVoid(tx: Tx, draw: Draw): Promise<PortalDraw['drawn']> {
  if (draw.status !== 'voided') return null;
  const record = recordOf(draw);
  const file = (await listDrawFiles(tx, record.id)).find(({ name }) => name === 'seed.json');
  const stored = file === undefined ? undefined : await readFile(tx, file.hash);
  const seed = stored === undefined ? undefined : readSeed(stored.bytes);
  if (seed?.ok !== true) return null;
  const sampleKey = drawKey(record.setup.suite, 'sample', seed.value.seed);
  const { at, name: by } = draw.voided.approver;
  return { at, by, seed: seed.value.seed, sampleKey, computedAtVoid: true };
}

/** What is public of the seal itself; its reason may name what it hides, so it waits for the unsealing. */
function sealingView(draw: Draw): PortalDraw['sealing'] {
  const record = recordOf(draw);
  if (record.sealing === undefined) return null;
  const sealed = isSealed(draw);
  const drawn = 'result' in record ? record : undefined;
  const unsealed = drawn?.unsealed ?? null;
  return {
    drawnAt: drawn?.drawn.at ?? null,
    resultHash: drawn?.result.hash ?? null,
    unsealedAt: unsealed?.act.at ?? null,
    unsealedBy: unsealed?.act.name ?? null,
    reason: sealed ? null : record.sealing.reason,
    early: unsealed?.early ?? null,
    salt: sealed ? null : (drawn?.result.salt ?? null),
  };
}

function voidView({ voided }: Extract<Draw, { readonly status: 'voided' }>): PortalDraw['voided'] {
  const { reason, text, approver } = voided;
  return { at: approver.at, reason: `${voidReasonTitles[reason]}：${text}`, approver: approver.name };
}

type PublicAmendment = PortalDraw['amendments'][number];

/** Without a word on who goes where: inspectors are told to the auditors, objects to everyone. */
function amendmentViews(
  record: LiveDraw,
  objects: readonly DrawnObject[],
  texts: readonly string[],
): PublicAmendment[] {
  const { amendments = [], seatDecisions = [] } = amendedOf(record);
  const place = new Map(objects.map(({ code, order }) => [code, order]));
  const hashOf = (seq: number) => digestHex(record.setup.suite, texts[seq - 1] ?? '');
  const lines = amendments.flatMap(({ lines: ofOne, approver }) =>
    ofOne.map((line): PublicAmendment => {
      const reason = amendmentReasonTitle(line.reasonCode);
      const facts = {
        kind: line.kind,
        at: approver.at,
        approver: approver.name,
        seq: line.seq,
        hash: hashOf(line.seq),
      };
      const filled = line.joined !== null;
      if (line.kind === 'recusal') {
        const then = filled ? '由签序下一位补上' : '没有人可接替，席位空缺，由领导决定';
        return { ...facts, filled, text: `1名执法人员回避（${reason}），${then}` };
      }
      const then = filled
        ? `由候补第${place.get(line.joined.code) ?? 0}家${line.joined.name}递补`
        : '没有候补可用，少查1家';
      return {
        ...facts,
        filled,
        line: texts[line.seq - 1] ?? null,
        text: `${line.left.name}不能检查（${reason}），${then}`,
      };
    }),
  );
  const decisions = seatDecisions.map(
    ({ appointed, act }): PublicAmendment => ({
      kind: 'decision',
      at: act.at,
      approver: act.name,
      seq: null,
      filled: appointed !== null,
      text: appointed === null ? '空缺的席位不补人，由领导决定' : '空缺的席位由领导指定1名执法人员，不是抽出的',
    }),
  );
  return [...lines, ...decisions].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The lines of amendments.jsonl. */
async function amendmentLines(tx: Tx, record: LiveDraw): Promise<readonly string[]> {
  const file = (await listDrawFiles(tx, record.id)).find(({ name }) => name === 'amendments.jsonl');
  const stored = file === undefined ? undefined : await readFile(tx, file.hash);
  return stored === undefined ? [] : (textOf(stored.bytes) ?? '').split('\n');
}

/** mc-draw/1 §5: who has not given the announced number is named. */
function silentOf(record: LiveDraw): string[] {
  return record.sources
    .map((source) => sourceView(record, source))
    .flatMap(({ label, value }) => (value === null ? [label] : []));
}

async function earlierBundles(ports: DrawPorts, tx: Tx, draw: LiveDraw): Promise<PortalDraw['earlierBundles']> {
  const all = await listRevisions(tx, draw.id, publicBundle);
  const now = all.at(-1)?.hash;
  const earlier = all.filter(({ hash }) => hash !== now);
  const published: NonNullable<PortalDraw['bundle']>[] = [];
  for (const { hash } of earlier) published.push(await publishStored(ports, tx, hash, `draw-${draw.drawNo}`));
  return published;
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
  return publishStored(ports, tx, file.hash, stem);
}

async function publishStored(ports: DrawPorts, tx: Tx, hash: string, stem: string) {
  const stored = await readFile(tx, hash);
  if (stored === undefined) throw new Error(`file ${hash} of a draw is missing`);
  const { bytes, mediaType } = stored;
  const extension = mediaType === 'application/json' ? 'json' : 'zip';
  return ports.publishFile(tx, { stem, extension, mediaType, bytes });
}
