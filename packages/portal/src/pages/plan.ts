import type { PortalDraw, PortalExternal, PortalPlan, PortalPlanRow, PortalPlanVersion } from '@mingchou/contract';
import { portalVersionOn } from '@mingchou/contract';
import { html, type Html } from '../html.ts';
import { bureauPage, homeCrumb } from '../layout.ts';
import { hrefOf, type Site } from '../site.ts';
import { drawLabel } from '../words/draw.ts';
import { externalLabel } from './external.ts';
import { fullDayText, momentText, monthsText } from '../words/time.ts';

const selectionWords = { targeted: '定向', nonTargeted: '不定向' } as const;

/** 年度抽查计划: the document's own columns, each number with its sum. */
export function planPage(
  site: Site,
  plans: readonly PortalPlan[],
  draws: readonly PortalDraw[],
  externals: readonly PortalExternal[] = [],
): string {
  const content =
    plans.length === 0
      ? html`<h1>年度抽查计划</h1><p class="lead">计划尚未公开。批准之后公开在这里。</p>`
      : [...plans]
          .sort((a, b) => b.year - a.year)
          .map((plan, index) => planPart(site, plan, draws, externals, index === 0));
  return bureauPage(
    site,
    { title: '年度抽查计划', current: 'plan', crumbs: [homeCrumb(site)], here: '年度抽查计划' },
    html`<div class="w">${content}</div>`,
  );
}

function planPart(
  site: Site,
  plan: PortalPlan,
  draws: readonly PortalDraw[],
  externals: readonly PortalExternal[],
  first: boolean,
): Html {
  const total = plan.rows.reduce((sum, row) => sum + row.count, 0);
  const documentNo = plan.documentNo === null ? '' : `${plan.documentNo}，`;
  const issued = plan.issuedOn === null ? '' : `${fullDayText(plan.issuedOn)}印发，`;
  const version = portalVersionOn(plan, site.today);
  return html`${first ? html`<h1>${plan.title}</h1>` : html`<h2>${plan.title}</h2>`}<p class="lead">${versionText(version)}${documentNo}${issued}${plan.rows.length}项任务，共${total}家。${momentText(plan.publishedAt, 0)}公开。${approvalText(plan)}</p><table><thead><tr><th>序号</th><th>抽查任务</th><th>类型</th><th>对象范围</th><th>比例与家数</th><th>时间</th><th>抽签</th></tr></thead><tbody>${plan.rows.map(
    (row) => planRow(site, plan, row, draws, externals),
  )}</tbody></table><p class="hint rule">家数由比例乘底数再取整得出；已批准的家数管到抽签，名单后来有增减也不变。</p>${versionsPart(plan, version)}`;
}

function versionText(version: PortalPlanVersion | undefined): string {
  return version === undefined || version.no === 0 ? '' : `第${version.no}次修订，${fullDayText(version.from)}起施行，`;
}

/** Every version that was ever public, with what it changed and why: nothing is replaced unseen. */
function versionsPart(plan: PortalPlan, current: PortalPlanVersion | undefined): Html {
  const { versions = [] } = plan;
  if (versions.length < 2) return html``;
  const standing = (version: PortalPlanVersion) => {
    if (version.no === current?.no) return '现行';
    return current !== undefined && version.no > current.no ? `${fullDayText(version.from)}起施行` : '已被修订';
  };
  return html`<h3>版本与修订</h3><table><thead><tr><th>版本</th><th>文号</th><th>施行</th><th>理由和变化</th></tr></thead><tbody>${versions
    .toReversed()
    .map(
      (version) =>
        html`<tr><td data-l="版本" class="big nw">${version.no === 0 ? '原计划' : `第${version.no}次修订`}<span class="s">${standing(version)}</span></td><td data-l="文号">${version.documentNo ?? '—'}</td><td data-l="施行" class="nw">${fullDayText(version.from)}</td><td data-l="变化">${version.reason ?? '—'}${version.changes.map((change) => html`<span class="s">${change}</span>`)}</td></tr>`,
    )}</tbody></table>`;
}

/** Who else approved the plan, and where it is filed. */
function approvalText({ government, filing }: PortalPlan): string {
  const approved =
    government === null || government === undefined
      ? ''
      : `${fullDayText(government.on)}经${government.by}批准（${government.documentNo}）。`;
  if (filing === null || filing === undefined) return approved;
  const receipt = filing.receiptNo === null ? '' : `，回执${filing.receiptNo}`;
  return `${approved}${fullDayText(filing.on)}报${filing.with}备案${receipt}。`;
}

function planRow(
  site: Site,
  plan: PortalPlan,
  row: PortalPlanRow,
  draws: readonly PortalDraw[],
  externals: readonly PortalExternal[],
): Html {
  const own = draws.filter((draw) => draw.year === plan.year && draw.planRowNo === row.no);
  const outside = externals.filter(
    (one) => one.year === plan.year && one.planRowNo === row.no && one.withdrawn === null,
  );
  const links =
    own.length + outside.length === 0
      ? html`未开始`
      : html`${outside.map((one) => html`<a href="${hrefOf(site, `draws#external-${String(one.registerNo)}`)}">${externalLabel(one)}</a> `)}${own.map((draw) => html`<a href="${hrefOf(site, `draws/${String(draw.drawNo)}`)}">${drawLabel(draw)}</a>${draw.status === 'voided' ? '（作废）' : ''} `)}`;
  return html`<tr><td data-l="序号">${row.no}</td><td data-l="任务" class="big">${row.taskName}<span class="s">${row.item}</span></td><td data-l="类型">${selectionWords[row.selection]}</td><td data-l="范围">${row.scope}</td><td data-l="家数">${row.ratio}，<b>${row.count}家</b><span class="s">${row.sum}</span></td><td data-l="时间" class="nw">${monthsText(row.from, row.to)}</td><td data-l="抽签" class="nw">${links}</td></tr>`;
}
