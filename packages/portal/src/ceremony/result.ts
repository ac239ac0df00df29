import type { CeremonyLot, CeremonyNews, CeremonyStratum } from '@mingchou/contract';
import { html, type Html } from '../html.ts';
import { lotsPicture } from './lots.ts';
import { type Frame, framesOf, isWhole, selectedOf } from './play.ts';

/** Names in one column of the screen, and in its two narrow ones. */
const oneColumn = 9;
const twoColumns = 24;

/** Who was drawn, and why these. */
export function resultStage({ view }: CeremonyNews, frame: Frame = lastFrame(view.strata)): Html {
  const stratum = view.strata[frame.stratum];
  if (stratum === undefined) return html``;
  const selected = selectedOf(stratum);
  const reserves = stratum.lots.filter(({ outcome }) => outcome === 'reserve');
  const look = selected.length <= oneColumn ? 'one' : selected.length <= twoColumns ? 'pair' : 'paged';
  return html`<section class="result"><div class="drawn ${look}">${kindOf(view.strata, frame)}<h2>${titleOf(stratum)}</h2><ol data-names>${selected.map(
    (lot, at) => nameLine(lot, at, frame.names, selected.length),
  )}</ol>${unlisted(stratum, selected.length)}${
    reserves.length > 0 &&
    html`<p class="${frame.names >= selected.length ? 'res' : 'res to-come'}" data-reserves>候补　<b>${reserves.map(({ name }) => name).join('、')}</b></p>`
  }</div>${lotsPicture(stratum, frame.phase)}</section>`;
}

export function lastFrame(strata: readonly CeremonyStratum[]): Frame {
  return framesOf(strata).at(-1) ?? { stratum: 0, phase: 'filled', names: 0 };
}

function kindOf(strata: readonly CeremonyStratum[], frame: Frame): Html | null {
  const name = strata[frame.stratum]?.name ?? '';
  return strata.length > 1
    ? html`<p class="kind">第${frame.stratum + 1}类，共${strata.length}类　<b>${name}</b></p>`
    : null;
}

function titleOf(stratum: CeremonyStratum): Html {
  if (isWhole(stratum)) return html`<em>${stratum.size}家</em>都检查，先后如下`;
  if (!stratum.plain) return html`抽中<em>${stratum.size}家</em>`;
  return html`签号最小的<em>${stratum.size}家</em>抽中`;
}

/** Of a long list the screen shows the page that the latest name stands on; a phone shows it whole. */
export function pageOf(at: number, names: number, all: number): boolean {
  if (all <= twoColumns) return true;
  const page = Math.floor((Math.max(1, names) - 1) / twoColumns);
  return Math.floor(at / twoColumns) === page;
}

export function lineLook(at: number, names: number, all: number): string {
  const toCome = at >= names ? 'to-come' : '';
  return pageOf(at, names, all) ? toCome : `${toCome} off-page`.trim();
}

function nameLine({ name, ticket }: CeremonyLot, at: number, names: number, all: number): Html {
  return html`<li class="${lineLook(at, names, all)}"><span class="k">${at + 1}</span><span class="n">${name}</span><span class="t"><b>${ticket.slice(0, 4)}</b> ${ticket.slice(4)}</span></li>`;
}

function unlisted({ size }: CeremonyStratum, listed: number): Html | null {
  return size > listed ? html`<p class="note">这里列前${listed}家，其余${size - listed}家在抽签页面上。</p>` : null;
}
