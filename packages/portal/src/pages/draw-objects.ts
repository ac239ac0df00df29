import type { PortalDrawObject, PublicDeadline } from '@mingchou/contract';
import { html, trusted, type Html } from '../html.ts';
import { hrefOf, type Site } from '../site.ts';
import { isWholeDraw } from '../words/draw.ts';
import { clauseChip } from '../words/marks.ts';
import { lengthText, progressText } from '../words/progress.ts';
import type { DrawView } from './draw-view.ts';

/** 抽中与候补, or the order where all are inspected, with how far each has come and the deadline that stands over it. */
export function objectTable(site: Site, view: DrawView): Html {
  const { draw } = view;
  const severalStrata = draw.strata.length > 1;
  const deadline = view.progress.find((one) => one.deadline !== null)?.deadline ?? null;
  return html`<h2 id="list">${isWholeDraw(draw) ? '检查次序' : '抽中与候补'}</h2><table><thead><tr><th>次序</th><th>企业</th>${
    severalStrata ? html`<th>类别</th>` : null
  }<th>统一社会信用代码</th><th>签号</th><th>现在到哪一步</th></tr></thead><tbody>${draw.objectsDrawn.map((object) =>
    objectRow(site, view, object, severalStrata),
  )}</tbody></table>${deadline === null ? null : deadlineLine(deadline)}`;
}

function objectRow(site: Site, view: DrawView, object: PortalDrawObject, severalStrata: boolean): Html {
  const progress = view.progress.find((one) => one.code === object.code);
  const result = view.results.find((one) => one.code === object.code);
  const unused = object.kind === 'reserve' && progress === undefined;
  const look = progress?.step === 'not-inspected' ? 'off' : unused ? 'r' : '';
  const stratum = view.draw.strata.find((one) => one.code === object.stratum)?.name ?? object.stratum;
  const state = progress === undefined ? (unused ? '未用' : '待派发') : progressText(progress, view.draw.year);
  return html`<tr${look === '' ? null : trusted(` class="${look}"`)}><td class="nw" data-l="次序">${object.kind === 'reserve' ? '候补' : ''}${object.order}</td><td class="big nw" data-l="企业">${
    result === undefined ? object.name : html`<a href="${hrefOf(site, `results/${result.id}`)}">${object.name}</a>`
  }</td>${severalStrata ? html`<td data-l="类别">${stratum}</td>` : null}<td class="c" data-l="代码">${object.code}</td><td class="tk" data-l="签号">${object.ticket.slice(0, 4)} ${object.ticket.slice(4, 8)}</td><td data-l="进度">${state}</td></tr>`;
}

function deadlineLine(deadline: PublicDeadline): Html {
  return html`<p class="hint rule">${deadline.startEvent}后${lengthText(deadline)}内公示，次日为第1日。${clauseChip(deadline.clause)}</p>`;
}
