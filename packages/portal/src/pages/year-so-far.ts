import { html, trusted, type Html } from '../html.ts';
import { yearOfSite, type Site } from '../site.ts';
import { icon } from '../words/marks.ts';
import { isOverdue, overdueText, type Progress } from '../words/progress.ts';
import { dayText } from '../words/time.ts';
import type { HomeView } from './home-view.ts';

/** The bureau's year in four bars on one base, its own lateness shown first. */
export function yearSoFar(site: Site, view: HomeView): Html {
  const year = yearOfSite(site);
  const selected = view.draws.filter((draw) => draw.status !== 'voided' && draw.drawn !== null);
  const outside = (view.externals ?? []).filter((draw) => draw.withdrawn === null);
  const drawn =
    selected.reduce((sum, draw) => sum + draw.counts.selected, 0) +
    outside.reduce((sum, draw) => sum + draw.objectsDrawn.length, 0);
  const ended = view.progress.filter((progress) => progress.endedOn !== null).length;
  const disclosed = view.progress.filter((progress) => progress.disclosedOn !== null).length;
  const overdue = view.progress.filter(isOverdue);
  const planned = view.plan?.rows.reduce((sum, row) => sum + row.count, 0) ?? drawn;
  const base = Math.max(planned, drawn, ended, 1);
  return html`<h2>今年到${dayText(site.today, year)}</h2><dl class="flow">${[
    flowRow('计划抽取', planned, 0, base),
    flowRow('已经抽出', drawn, 0, base),
    flowRow('检查结束', ended, 0, base),
    flowRow('已经公示', disclosed, overdue.length, base),
  ]}</dl>${overdue.length === 0 ? inTime(ended, disclosed) : lateBox(overdue, ended - disclosed - overdue.length, year)}`;
}

// Hatched, so that what is late differs from what is public without its colour.
const hatch = trusted(
  '<defs><pattern id="late-hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="late-ground" width="8" height="8"/><rect class="late" width="4" height="8"/></pattern></defs>',
);

function flowRow(word: string, count: number, late: number, base: number): Html {
  const share = (part: number) => String(Math.round((part * 1000) / base) / 10);
  return html`<div><dt>${word}</dt><dd class="b" aria-hidden="true"><svg width="100%" height="26">${late === 0 ? null : hatch}<rect class="on" width="${share(count)}%" height="26"/>${
    late === 0 ? null : html`<rect fill="url(#late-hatch)" x="${share(count)}%" width="${share(late)}%" height="26"/>`
  }</svg></dd><dd class="n">${count}<small>家</small></dd></div>`;
}

function inTime(ended: number, disclosed: number): Html | null {
  if (ended === 0) return null;
  const rest = ended - disclosed;
  return html`<p class="hint">${rest === 0 ? `检查结束的${String(ended)}家已全部公示。` : `另有${String(rest)}家检查结束、未到公示期限。`}</p>`;
}

function lateBox(overdue: readonly Progress[], rest: number, year: number): Html {
  return html`<div class="late"><b class="bad">${icon('stop')} ${overdue.length}家的结果超期未公示</b>${overdue.map(
    (progress) => html`<p>${lateSentence(progress, year)}</p>`,
  )}${rest > 0 ? html`<p>其余${rest}家未到期。</p>` : null}</div>`;
}

function lateSentence({ name, deadline, remaining, note }: Progress, year: number): string {
  if (deadline === null || remaining?.kind !== 'overdue') return name;
  const why = note === null ? '原因尚未写明' : `原因：${note}`;
  return `${name}最晚应于${dayText(deadline.last, year)}公示，${overdueText(remaining.workdays)}。${why}。`;
}
