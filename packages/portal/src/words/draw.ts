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
