import { html, type Html } from '../html.ts';
import { bureauPage } from '../layout.ts';
import { hrefOf, yearOfSite, type Site } from '../site.ts';
import { icon } from '../words/marks.ts';
import { dayText } from '../words/time.ts';
import { drawTable } from './draw-table.ts';
import type { HomeView } from './home-view.ts';
import { resultTable } from './results.ts';
import { whyFair } from './why-fair.ts';
import { yearSoFar } from './year-so-far.ts';

/** 首页: what is checked, how, with what result. */
export function homePage(site: Site, view: HomeView): string {
  return bureauPage(
    site,
    { title: '' },
    html`<section class="hero"><div class="w"><h1>抽了谁、怎么抽的、查出什么，都在这里</h1><p class="lead">抽签的名单和规则先公开，再产生随机数。谁都可以重算，不必相信我们。</p>${searchForm(site, '')}${fourColumns(site, view)}</div></section><div class="w"><div class="yr"><div>${yearSoFar(site, view)}</div>${forEnterprises(site)}</div>${drawsPart(site, view)}${whyFair(site, view.draws)}${latestResults(site, view)}</div>`,
  );
}

export function searchForm(site: Site, typed: string): Html {
  return html`<form class="find" action="${hrefOf(site, 'search')}" role="search"><label class="l" for="q">查企业、抽签或结果</label><input class="in" id="q" name="q" type="search" value="${typed}" maxlength="60" placeholder="企业名称、统一社会信用代码或抽签编号" autocomplete="off"><button class="btn" type="submit">${icon('search')}查询</button></form>`;
}

/** The four things that 区政府网站「双随机、一公开」栏 must hold (LZ-12). */
function fourColumns(site: Site, { plan, results, items }: HomeView): Html {
  const year = yearOfSite(site);
  const total = plan?.rows.reduce((sum, row) => sum + row.count, 0) ?? 0;
  const issuedOn = plan?.issuedOn ?? null;
  const latest = results[0];
  return html`<nav class="four" aria-label="四项公开内容">${[
    column(
      hrefOf(site, 'plan'),
      '年度抽查计划',
      plan === null
        ? ['今年的计划尚未公开']
        : [
            `${String(plan.year)}年，${String(plan.rows.length)}项任务，${String(total)}家`,
            issuedOn === null ? '' : `${dayText(issuedOn, year)}印发`,
          ],
    ),
    column(
      hrefOf(site, 'results'),
      '抽查结果',
      latest === undefined
        ? ['尚未公示结果']
        : [`已公示${String(results.length)}条`, `最近${dayText(latest.disclosedOn, year)}`],
    ),
    column(hrefOf(site, 'guide'), '工作指引', ['检查怎么进行', '企业有什么权利']),
    column(
      hrefOf(site, 'items'),
      '抽查事项清单',
      items === null ? ['清单尚未公开'] : [`查什么、凭什么查，${String(items.items.length)}项`, '未列入的不得检查'],
    ),
  ]}</nav>`;
}

function column(href: string, title: string, lines: readonly string[]): Html {
  return html`<a href="${href}"><b>${title}</b><span>${lines.map((line, index) => html`${index === 0 ? null : html`<br>`}${line}`)}</span></a>`;
}

function forEnterprises(site: Site): Html {
  const links = [
    ['guide#visitors', '核验来检查的人', '看任务来由和执法证'],
    ['draws', '看我有没有被抽中', '签号、机会、名单，自己能算'],
    ['guide#recusal', '申请执法人员回避', '检查前或检查时都可以'],
    ['guide#correction', '要求更正公示', '写明哪一条、错在哪里'],
  ] as const;
  return html`<aside class="do" aria-labelledby="enterprise"><h2 id="enterprise">我是企业</h2><ul>${links.map(
    ([path, title, hint]) => html`<li><a href="${hrefOf(site, path)}">${title}</a><span>${hint}</span></li>`,
  )}</ul></aside>`;
}

function drawsPart(site: Site, { draws, externals = [], plan }: HomeView): Html {
  const voided = draws.filter((draw) => draw.status === 'voided').length;
  const amended = (kind: 'substitution' | 'recusal') =>
    draws.reduce((sum, draw) => sum + draw.amendments.filter((amendment) => amendment.kind === kind).length, 0);
  return html`<h2>抽签</h2>${drawTable(site, draws, plan, externals)}<p class="more"><a href="${hrefOf(site, 'draws')}">全部抽签，包括作废的</a>　今年作废${voided}次，递补${amended('substitution')}次，回避${amended('recusal')}次</p>`;
}

function latestResults(site: Site, { results }: HomeView): Html {
  if (results.length === 0)
    return html`<h2>最近公示的结果</h2><p>还没有公示结果。检查结束后按期公示在这里，过期未公示的也会写明。</p>`;
  return html`<h2>最近公示的结果</h2>${resultTable(site, results.slice(0, 5))}<p class="more"><a href="${hrefOf(site, 'results')}">全部${results.length}条结果</a></p>`;
}
