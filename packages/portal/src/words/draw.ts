import type { PortalDraw } from '@mingchou/contract';
import { html, type Html } from '../html.ts';
import { seal } from './marks.ts';

/** 2022年第2号 */
export function drawLabel(draw: { readonly year: number; readonly drawNo: number }): string {
  return `${String(draw.year)}年第${String(draw.drawNo)}号`;
}

export function hasResult(draw: PortalDraw): boolean {
  return draw.drawn !== null;
}

const statusTexts: Readonly<Record<PortalDraw['status'], string>> = {
  frozen: '名单已冻结，尚未公开承诺',
  committed: '承诺已公开，待开启',
  collecting: '正在收随机数',
  drawn: '已开签，可重算',
  dispatched: '已开签，可重算',
  voided: '已作废，仍可重算',
};

const statusSeals: Readonly<Record<PortalDraw['status'], Html>> = {
  frozen: seal('封', 'settled'),
  committed: seal('诺', 'public'),
  collecting: seal('诺', 'public'),
  drawn: seal('定', 'public'),
  dispatched: seal('定', 'public'),
  voided: seal('废', 'void'),
};

/** Whether the draw is sealed and nobody outside may know whom it drew. */
export function isSealed({ sealing, status }: PortalDraw): boolean {
  return sealing !== undefined && sealing !== null && sealing.unsealedAt === null && status !== 'voided';
}

/** The one sentence that stands wherever an open draw would show its result. */
export const sealedSentence = '封存抽签，检查结束后公开';

/** 「定 已开签，可重算；递补1次」 */
export function statusLine(draw: PortalDraw): Html {
  if (isSealed(draw)) return html`<span>${statusSeals[draw.status]} ${sealedSentence}</span>`;
  const text = draw.status === 'voided' && draw.drawn === null ? '已作废，未产生结果' : statusTexts[draw.status];
  return html`<span>${statusSeals[draw.status]} ${text}${amendmentText(draw)}</span>`;
}

function amendmentText(draw: PortalDraw): string {
  const words = { substitution: '递补', recusal: '回避' } as const;
  return (['substitution', 'recusal'] as const)
    .map((kind) => [words[kind], draw.amendments.filter((amendment) => amendment.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `；${word}${String(count)}次`)
    .join('');
}

/** 全部检查: everyone who could be drawn is inspected, and the draw settled the order only. */
export function isWholeDraw({ counts }: Pick<PortalDraw, 'counts'>): boolean {
  return counts.eligible > 0 && counts.selected >= counts.eligible;
}

/** 抽中9家，候补3家; of strata that are inspected wholly nobody is 抽中 (mc-draw/1 §6.5). */
export function sampleWords(draw: Pick<PortalDraw, 'counts' | 'strata'>, verb: '抽' | '抽中'): string {
  const { counts, strata } = draw;
  if (isWholeDraw(draw)) return '全部检查，抽的是次序';
  const whole = strata.filter((stratum) => stratum.full === true);
  const sure = whole.map(({ name, size }) => `${name}${String(size)}家全部检查，抽的是次序`).join('；');
  const drawn = counts.selected - whole.reduce((sum, { size }) => sum + size, 0);
  const reserves = counts.reserves === 0 ? '' : `，候补${String(counts.reserves)}家`;
  return `${sure === '' ? '' : `${sure}；其余`}${verb}${String(drawn)}家${reserves}`;
}
