import type { PortalDraw, PortalExternal, PortalPlan, PortalPlanRow } from '@mingchou/contract';
import { externalMark } from '@mingchou/contract';
import { html, trusted, type Html } from '../html.ts';
import { hrefOf, type Site } from '../site.ts';
import { drawLabel, statusLine } from '../words/draw.ts';
import { momentText, monthsText } from '../words/time.ts';
import { externalLabel } from './external.ts';

/** Draws, latest number first, above them the plan's rows that have none yet, below them those of other platforms. */
export function drawTable(
  site: Site,
  draws: readonly PortalDraw[],
  plan: PortalPlan | null,
  externals: readonly PortalExternal[],
): Html {
  const ordered = [...draws].sort((a, b) => b.drawNo - a.drawNo);
  const outside = [...externals].sort((a, b) => b.registerNo - a.registerNo);
  const waiting = waitingPlanRows(plan, draws, externals);
  if (ordered.length === 0 && outside.length === 0 && waiting.length === 0)
    return html`<p>还没有抽签。每次抽签从冻结名单起公开在这里，作废的也保留。</p>`;
  return html`<table><thead><tr><th>编号</th><th>对象</th><th>可抽</th><th>抽中</th><th>开签时间</th><th>状态</th></tr></thead><tbody>${waiting.map(waitingRow)}${ordered.map((draw) => drawRow(site, draw))}${outside.map((draw) => externalRow(site, draw))}</tbody></table>`;
}

/** The plan's rows that no draw has taken up, last first. */
export function waitingPlanRows(
  plan: PortalPlan | null,
  draws: readonly PortalDraw[],
  externals: readonly PortalExternal[] = [],
): readonly PortalPlanRow[] {
  return (plan?.rows ?? [])
    .filter(
      (row) => !draws.some((draw) => draw.year === plan?.year && draw.planRowNo === row.no && draw.status !== 'voided'),
    )
    .filter(
      ({ no }) => !externals.some((one) => one.year === plan?.year && one.planRowNo === no && one.withdrawn === null),
    )
    .toReversed();
}

function waitingRow(row: PortalPlanRow): Html {
  return html`<tr><td data-l="编号">计划第${row.no}项</td><td data-l="对象">${row.objects}</td><td data-l="可抽">${row.base === null ? '待定' : `${String(row.base)}家`}</td><td data-l="抽中">${row.count}家</td><td data-l="开签">${monthsText(row.from, row.to)}，时间另行公布</td><td data-l="状态">尚未冻结名单</td></tr>`;
}

function externalRow(site: Site, draw: PortalExternal): Html {
  const { withdrawn, objectsDrawn, drawnAt, year, registerNo } = draw;
  const href = hrefOf(site, `draws#external-${String(registerNo)}`);
  return html`<tr${withdrawn === null ? null : trusted(' class="off"')}><td data-l="编号" class="nw"><a href="${href}">${externalLabel(draw)}</a></td><td data-l="对象">${draw.objects}</td><td data-l="可抽">—</td><td data-l="抽中">${objectsDrawn.length}家</td><td data-l="开签">${momentText(drawnAt, year)}</td><td data-l="状态">${withdrawn === null ? externalMark : '已撤回登记'}</td></tr>`;
}

function drawRow(site: Site, draw: PortalDraw): Html {
  const when =
    draw.drawn !== null
      ? momentText(draw.drawn.at, draw.year)
      : draw.commitment !== null
        ? `${momentText(draw.commitment.openAt, draw.year)}起`
        : '时间另行公布';
  return html`<tr${draw.status === 'voided' ? trusted(' class="off"') : null}><td data-l="编号" class="nw"><a href="${hrefOf(site, `draws/${String(draw.drawNo)}`)}">${drawLabel(draw)}</a></td><td data-l="对象">${draw.objects}${draw.counts.selected === draw.counts.eligible && draw.drawn !== null ? '，全部检查，抽次序' : ''}</td><td data-l="可抽">${draw.counts.eligible}家</td><td data-l="抽中">${draw.counts.selected}家</td><td data-l="开签">${when}</td><td data-l="状态">${statusLine(draw)}</td></tr>`;
}
