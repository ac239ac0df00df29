import type { CeremonyNews } from '@mingchou/contract';
import { html, type Html } from '../html.ts';
import { seal } from '../words/marks.ts';
import { drawLabel } from '../words/draw.ts';
import { secondText, witnessesOf } from './words.ts';

/** Whose ceremony it is, and where its pages lie. */
export interface Room {
  readonly bureauName: string;
  readonly demonstration: boolean;
  /** Address of the draw's lasting page. */
  readonly drawHref: string;
  /** QR codes as made by the server: this page before 开签, the recomputation afterwards. */
  readonly qr: { readonly live: Html; readonly recompute: Html };
}

/** Who holds it, what is drawn, the hour, and how far it has come. */
export function headOf(room: Room, { now, view }: CeremonyNews): Html {
  const confirmed = [...new Set(view.sources.flatMap(({ confirmedBy }) => confirmedBy ?? []))];
  const witnesses = witnessesOf(view).map(({ name }) => name);
  return html`<header class="top"><div><p class="org">${room.bureauName}${room.demonstration && '（演示数据）'}　<span>操作 ${view.operator}</span>${
    confirmed.length > 0 && html`　<span>复核 ${confirmed.join('、')}</span>`
  }${witnesses.length > 0 && html`　<span>见证 ${witnesses.join('、')}</span>`}</p><h1>${drawLabel(view)}抽签<span>${view.objects}</span></h1></div><div class="state"><p class="hour">${
    room.demonstration && html`<small>演示时间</small> `
  }<span data-clock>${secondText(now)}</span></p><p class="seals">${marksOf(view)}</p></div></header>`;
}

function marksOf({ drawn, sealed, voided }: CeremonyNews['view']): readonly (Html | false)[] {
  return [
    html`<span>${seal('封', 'settled')}名单已冻结</span>`,
    html`<span>${seal('诺', 'public')}承诺已公开</span>`,
    drawn !== null && html`<span>${seal('定', 'public')}<b>已开签</b></span>`,
    drawn === null &&
      (sealed?.drawnAt ?? null) !== null &&
      html`<span>${seal('定', 'settled')}<b>已开签，结果封存</b></span>`,
    voided !== null && html`<span>${seal('废', 'void')}<b>已作废</b></span>`,
  ];
}
