import type { CeremonyNews } from '@mingchou/contract';
import { html, type Html } from '../html.ts';
import { momentText } from '../words/time.ts';
import { wholeHash } from './words.ts';

/** 作废: what happened, and what stays fixed. */
export function voidedStage({ view }: CeremonyNews): Html {
  const { voided, year, commitment } = view;
  if (voided === null) return html``;
  const after = voided.resultKnown
    ? '随机数已经到齐，结果照样公开，任何人都可以重算。'
    : '随机数没有到齐，没有产生结果。';
  return html`<section class="wait"><h2>本次抽签已作废</h2><p class="big">${voided.reason}</p><p class="big">${voided.applicant}申请，${momentText(voided.at, year)} ${voided.approver}批准。</p><p class="big">${after}承诺、已经公开的随机数和作废理由都留着，不删除。</p><h2>承诺</h2><p class="whole">${wholeHash(commitment.hash)}</p></section>`;
}

/** 中断: somebody has asked to void it, and until it is decided nothing goes on. */
export function interruption({ view }: CeremonyNews): Html | null {
  const { interrupted, year } = view;
  if (interrupted === null) return null;
  return html`<div class="halt"><b>中断</b>　${interrupted.by}${momentText(interrupted.at, year)}申请作废：${interrupted.reason}。等局领导决定；承诺和已经公开的随机数不变。</div>`;
}
