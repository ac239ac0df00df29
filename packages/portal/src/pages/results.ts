import type { PortalResult } from '@mingchou/contract';
import { externalMark } from '@mingchou/contract';
import { html, type Html } from '../html.ts';
import { bureauPage, homeCrumb } from '../layout.ts';
import { hrefOf, yearOfSite, type Site } from '../site.ts';
import { drawLabel } from '../words/draw.ts';
import { externalLabel } from './external.ts';
import { clauseChip, icon } from '../words/marks.ts';
import { isOverdue, lengthText, progressText, type Progress } from '../words/progress.ts';
import { dayText, fullDayText, momentText } from '../words/time.ts';

const selectionWords = { targeted: '定向', nonTargeted: '不定向' } as const;

export function usedText(result: PortalResult): string {
  const unit = result.deadline.length.unit === 'workday' ? '个工作日' : '日';
  return result.daysUsed === 0 ? `检查后不到1${unit}` : `检查后第${String(result.daysUsed)}${unit}`;
}

function usedCell(result: PortalResult): Html {
  return result.late
    ? html`<span class="bad">${icon('stop')} ${usedText(result)}，超期</span>`
    : html`${usedText(result)}`;
}

export function resultTable(site: Site, results: readonly PortalResult[]): Html {
  const year = yearOfSite(site);
  return html`<table><thead><tr><th>公示日期</th><th>企业</th><th>检查结果</th><th>检查机关</th><th>用时</th></tr></thead><tbody>${results.map(
    (result) =>
      html`<tr><td data-l="公示" class="nw">${dayText(result.disclosedOn, year)}</td><td data-l="企业" class="big"><a href="${hrefOf(site, `results/${result.id}`)}">${result.name}</a></td><td data-l="结果">${result.category.name}</td><td data-l="机关">${result.authority}</td><td data-l="用时">${usedCell(result)}</td></tr>`,
  )}</tbody></table>`;
}

/** 抽查结果: everything disclosed, and what should have been. */
export function resultsPage(site: Site, results: readonly PortalResult[], progress: readonly Progress[]): string {
  const ended = progress.filter((one) => one.endedOn !== null).length;
  const overdue = progress.filter(isOverdue);
  return bureauPage(
    site,
    { title: '抽查结果', current: 'results', crumbs: [homeCrumb(site)], here: '抽查结果' },
    html`<div class="w"><h1>抽查结果</h1><p class="lead">检查结束${ended}家，已公示${results.length}家。</p>${
      overdue.length === 0 ? null : overduePart(site, overdue)
    }${results.length === 0 ? html`<p>还没有公示结果。检查结束后按期公示在这里，过期未公示的也会写明。</p>` : resultTable(site, results)}</div>`,
  );
}

function overduePart(site: Site, overdue: readonly Progress[]): Html {
  const year = yearOfSite(site);
  return html`<div class="late"><b class="bad">${icon('stop')} ${overdue.length}家的结果超期未公示</b><ul>${overdue.map(
    (one) => html`<li>${one.name}　${progressText(one, year)}</li>`,
  )}</ul></div>`;
}

/** One result: the columns of 结果公告, with the deadline it had and the clause that set it. */
export function resultPage(site: Site, result: PortalResult): string {
  const { deadline } = result;
  const rows: readonly (readonly [string, Html | string])[] = [
    ['企业', result.name],
    ['统一社会信用代码', html`<span class="mono">${result.code}</span>`],
    ['抽查计划', result.planName],
    [
      '抽查任务',
      result.selection === null ? result.taskName : `${result.taskName}（${selectionWords[result.selection]}）`,
    ],
    [
      '抽签',
      result.drawKind === 'external'
        ? html`<a href="${hrefOf(site, `draws#external-${String(result.drawNo)}`)}">${externalLabel({ year: result.drawYear, registerNo: result.drawNo })}，第${result.order}位，${externalMark}</a>`
        : html`<a href="${hrefOf(site, `draws/${String(result.drawNo)}`)}">${drawLabel({ year: result.drawYear, drawNo: result.drawNo })}，第${result.order}位，可重算</a>`,
    ],
    ['检查机关', result.authority],
    [
      site.bureau.terms.inspector,
      result.inspectors
        .map((one) => (one.certificateNo === null ? one.name : `${one.name}（执法证号${one.certificateNo}）`))
        .join('、'),
    ],
    ['检查完成', fullDayText(result.completedOn)],
    ['检查结果', html`<b>${result.category.name}</b>`],
    ['发现的问题', result.findings === '' ? '无' : result.findings],
    ['公示时间', `${momentText(result.disclosedAt, 0)}，${usedText(result)}${result.late ? '，超期' : ''}`],
    [
      '公示期限',
      html`${deadline.startEvent}后${lengthText(deadline)}，最晚${fullDayText(deadline.last)} ${clauseChip(deadline.clause)}`,
    ],
  ];
  return bureauPage(
    site,
    {
      title: result.name,
      current: 'results',
      crumbs: [homeCrumb(site), { text: '结果', href: hrefOf(site, 'results') }],
      here: result.name,
    },
    html`<div class="w"><h1>${result.name}</h1><p class="lead">${result.category.name}，${fullDayText(result.completedOn)}检查完成。</p>${
      result.late
        ? html`<p class="late"><b class="bad">${icon('stop')} 这一条超期公示</b>　最晚应于${fullDayText(deadline.last)}公示。</p>`
        : null
    }<dl class="facts">${rows.map(([word, value]) => html`<div><dt>${word}</dt><dd>${value}</dd></div>`)}</dl></div>`,
  );
}
