import type { CeremonyLot, CeremonyStratum } from '@mingchou/contract';
import { html, trusted, type Html } from '../html.ts';
import { isWhole, type Phase, selectedOf } from './play.ts';
import { chanceText } from './words.ts';

/** Share of the picture's height that the tallest lot takes. */
const tallest = 86;

/**
 * 签: one bar an object, as high as its ticket, first in roster order, then sorted. `phase` is an attribute of the
 * picture, so that the style alone moves it; the list beside it says the same in words.
 */
export function lotsPicture(stratum: CeremonyStratum, phase: Phase): Html {
  const { lots } = stratum;
  const most = Math.max(1, ...lots.map(numberOf));
  const heightOf = (lot: CeremonyLot) => Math.max(1, (numberOf(lot) / most) * tallest);
  const roster = rosterPlaces(lots);
  const bars = lots.map(
    (lot, place) =>
      html`<div class="slot ${lot.outcome}" style="--r:${roster[place] ?? place};--s:${place}"><i style="height:${heightOf(lot).toFixed(2)}%"></i><em>${shortName(lot.name)}</em></div>`,
  );
  const narrow = lots.length > 0 ? 100 / lots.length : 100;
  return html`<figure class="picture${isWhole(stratum) ? ' whole-stratum' : ''}${stratum.rest.length > 0 ? ' with-ruler' : ''}" data-picture data-phase="${phase}">${captionOf(stratum)}<div class="field" role="img" aria-label="${spoken(stratum)}" style="--w:${narrow.toFixed(4)}%">${zones(stratum, narrow)}${bars}${cutOffLine(stratum, heightOf, isRoomy(stratum))}</div>${legend(stratum)}${ruler(stratum)}</figure>`;
}

function numberOf({ ticket }: CeremonyLot): number {
  return Number.parseInt(ticket, 16);
}

/** Where each lot stands among the shown ones in the order of the roster. */
function rosterPlaces(lots: readonly CeremonyLot[]): readonly number[] {
  const order = lots.map((_, place) => place).sort((a, b) => (lots[a]?.position ?? 0) - (lots[b]?.position ?? 0));
  const places: number[] = [];
  for (const [at, place] of order.entries()) places[place] = at;
  return places;
}

function captionOf(stratum: CeremonyStratum): Html {
  const { eligible, size, plain, rest, lots } = stratum;
  const title = isWhole(stratum)
    ? `${String(eligible)}家都检查，签越短越先去`
    : plain
      ? `${String(eligible)}家，${String(eligible)}根签，签越短越先中`
      : `${String(eligible)}家，${String(eligible)}根签`;
  const note = !plain
    ? '规则有份额或权重：签短的也可能让位，逐家可重算'
    : rest.length > 0
      ? `这里画最短的${String(lots.length)}根，其余在下面的尺上`
      : isWhole(stratum)
        ? '签的长短＝签号的大小'
        : `签的长短＝签号的大小，截止线＝第${String(size)}家的签号`;
  return html`<figcaption><b>${title}</b><span>${note}</span></figcaption>`;
}

function zones(stratum: CeremonyStratum, width: number): Html {
  const selected = selectedOf(stratum).length;
  const reserves = stratum.lots.filter(({ outcome }) => outcome === 'reserve').length;
  const others = stratum.eligible - stratum.size - stratum.reserves;
  const left = (count: number) => `left:${(count * width).toFixed(2)}%`;
  const reserveWord = stratum.reserves > 0 && html`<span class="rw">候补${stratum.reserves}</span>`;
  const otherWord = others > 0 && html`<span>未抽中${others}</span>`;
  const words = isWhole(stratum)
    ? html`<p class="zw" style="left:0"><span class="sw">全部${stratum.eligible}家</span><small>每家都去，只定先后</small></p>`
    : isRoomy(stratum)
      ? html`<p class="zw" style="left:0"><span class="sw">抽中${stratum.size}</span>${chanceWords(stratum)}</p><p class="zw" style="${left(selected)}">${reserveWord}</p><p class="zw" style="${left(selected + reserves)}">${otherWord}</p>`
      : html`<p class="zw" style="left:0"><span class="sw">抽中${stratum.size}</span> ${reserveWord} ${otherWord}${chanceWords(stratum)}${cutOffText(stratum)}</p>`;
  return html`<div class="zone" style="width:${(selected * width).toFixed(2)}%"></div>${
    reserves > 0 && !isWhole(stratum) && html`<div class="edge" style="${left(selected + reserves)}"></div>`
  }${words}`;
}

function chanceWords(stratum: CeremonyStratum): Html {
  const same = stratum.plain ? '每家机会相同' : '平均机会';
  return html`<small>${same}<br>${chanceText(stratum)}</small>`;
}

/** Whether the zones are broad enough for their own words; the word of a narrow one would stand over its neighbour. */
function isRoomy({ lots, size, reserves }: CeremonyStratum): boolean {
  const width = 100 / Math.max(1, lots.length);
  return width * size >= 12 && (reserves === 0 || width * reserves >= 7);
}

function cutOffOf(stratum: CeremonyStratum): CeremonyLot | undefined {
  return isWhole(stratum) || !stratum.plain ? undefined : selectedOf(stratum).at(-1);
}

function cutOffText(stratum: CeremonyStratum): Html | null {
  const last = cutOffOf(stratum);
  return last === undefined
    ? null
    : html`<small>截止线<code>${last.ticket.slice(0, 4)} ${last.ticket.slice(4)}</code></small>`;
}

function cutOffLine(stratum: CeremonyStratum, heightOf: (lot: CeremonyLot) => number, roomy: boolean): Html | null {
  const last = cutOffOf(stratum);
  if (last === undefined) return null;
  const words = html`<span><b>截止线</b><code>${last.ticket.slice(0, 4)} ${last.ticket.slice(4)}</code></span>`;
  return html`<div class="cut" style="bottom:${heightOf(last).toFixed(2)}%">${roomy && words}</div>`;
}

/** 0000–ffff with the lots that are not drawn as bars. */
function ruler({ rest, lots }: CeremonyStratum): Html | null {
  if (rest.length === 0) return null;
  const cut = lots.findLast(({ outcome }) => outcome === 'selected');
  const at = cut === undefined ? 0 : (Number.parseInt(cut.ticket, 16) / 2 ** 32) * 1000;
  const ticks = rest.map((place) => `M${String(place)} 6V40`).join('');
  const svg = trusted(
    `<svg viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true"><path class="ticks" d="${ticks}"/><path class="mark-cut" d="M${at.toFixed(1)} 0V40"/></svg>`,
  );
  return html`<div class="rule-line">${svg}<p><span>短 0000</span><span>虚线：截止线</span><span>长 ffff</span></p></div>`;
}

/** What the zones say, for a picture too small to hold words. */
function legend(stratum: CeremonyStratum): Html | null {
  if (isWhole(stratum)) return null;
  const { eligible, size, reserves } = stratum;
  return html`<p class="legend">抽中${size}，候补${reserves}，未抽中${eligible - size - reserves}；${stratum.plain ? '每家机会相同' : '平均机会'} ${chanceText(stratum)}</p>`;
}

function spoken(stratum: CeremonyStratum): string {
  const { eligible, size, reserves } = stratum;
  if (isWhole(stratum)) return `${String(eligible)}根签按长短排列，全部检查，只定先后`;
  return `${String(eligible)}根签按长短排列，抽中${String(size)}根，其后${String(reserves)}根候补`;
}

/** The name without the county that all share, so that it can stand upright under its lot. */
function shortName(name: string): string {
  return name.replace(/^.{1,4}[县区市]/, '').slice(0, 9);
}
