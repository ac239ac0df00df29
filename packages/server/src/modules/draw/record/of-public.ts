import type { PortalDraw } from '@mingchou/contract';
import type { RecordFacts } from './facts.ts';
import { momentOnPaper } from './words.ts';

/** The public copy: what the portal's snapshot says and nothing else. */
export function factsOfPublic(
  draw: PortalDraw,
  around: Pick<RecordFacts, 'bureau' | 'terms' | 'demonstration' | 'address'>,
): RecordFacts {
  const strata = new Map(draw.strata.map(({ code, name }) => [code, name]));
  const several = strata.size > 1;
  return {
    ...around,
    copy: 'public',
    year: draw.year,
    drawNo: draw.drawNo,
    planRowNo: draw.planRowNo,
    taskName: draw.taskName,
    objects: draw.objects,
    suite: draw.suite,
    counts: draw.counts,
    seats: null,
    strata: draw.strata.map(({ name, eligible, size, full }) => ({ name, eligible, size, full: full ?? false })),
    exclusions: draw.exclusions.map(({ reason, count }) => ({ reason, count, names: [] })),
    exceptions: (draw.overrides ?? []).map(({ kind, text, approver }) => `${kind}1家：${text}（${approver}批准）`),
    sealing: sealingText(draw.sealing ?? null),
    frozenAt: draw.frozen.at,
    commitment: draw.commitment === null ? null : { ...draw.commitment, c: draw.commitment.hash },
    sources: draw.sources.map(({ label, kind, value, recordedAt }) => ({ label, kind, value, at: recordedAt })),
    drawn: draw.drawn === null ? null : { ...draw.drawn, h: draw.drawn.resultHash ?? null },
    drawnObjects: draw.objectsDrawn.map(({ stratum, ...object }) => ({
      ...object,
      stratum: several ? (strata.get(stratum) ?? stratum) : '',
      team: null,
    })),
    amendments: draw.amendments,
    voided: draw.voided,
    signers: [],
  };
}

function sealingText(sealing: NonNullable<PortalDraw['sealing']> | null): string | null {
  if (sealing === null) return null;
  const { reason, unsealedAt, unsealedBy } = sealing;
  if (unsealedAt === null) return '结果封存，检查全部结束后开封并公开';
  return `${reason ?? ''}；${momentOnPaper(unsealedAt)}由${unsealedBy ?? ''}开封`;
}
