import { type DrawView, sizeWords } from '@mingchou/contract';

type Stratum = DrawView['strata'][number];

/** How many are drawn: the frozen figure, before the freeze the approved one. */
export function sampleSize(draw: DrawView): number {
  return draw.figures?.size ?? draw.approvedCount;
}

/** 候补3家, or nothing where everyone is drawn and nobody is left. */
export function reserveWords(draw: DrawView): string {
  const { figures } = draw;
  if (figures === null || figures.reserve === 0) return '';
  return `、候补${figures.reserve}家`;
}

/** 全部检查: in every stratum all who can be drawn are, so that the draw settles the order only. */
export function isFull(draw: DrawView): boolean {
  return draw.strata.every((stratum) => stratum.full);
}

/** People in a team; strata may differ. */
export function teamSize(draw: DrawView): number {
  return Math.max(...draw.strata.map((stratum) => stratum.seats.length));
}

/** Qualifications that a team must bring. */
export function neededQualifications(draw: DrawView): readonly string[] {
  return [...new Set(draw.strata.flatMap((stratum) => stratum.seats.flatMap((seat) => seat.needs)))];
}

export function hasBatches(draw: DrawView): boolean {
  return draw.strata.some((stratum) => stratum.batches !== null);
}

/** 分3批, or 一户一次 */
export function batchWords({ batches }: Pick<Stratum, 'batches'>): string {
  return batches === null ? '一户一次' : `分${batches}批`;
}

/** What the stratum draws: 9家, 20%（进一）, or that all are inspected. */
export function stratumSizeWords({ size, figures, full }: Stratum): string {
  if (full) return `全部${figures?.size ?? 0}家`;
  if (figures === null || 'count' in size) return sizeWords(size);
  return `${sizeWords(size)}，${figures.size}家`;
}

/** 全部检查，抽的是次序 — or that these were drawn. */
export function resultWords(draw: DrawView): { readonly title: string; readonly verb: string } {
  return isFull(draw)
    ? { title: '检查次序', verb: '全部检查，抽的是次序' }
    : { title: '抽中与候补', verb: `抽中${draw.objectsDrawn.filter((one) => one.kind === 'selected').length}家` };
}
