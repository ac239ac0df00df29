import type { PortalItemList } from '@mingchou/contract';
import { html, type Html } from '../html.ts';
import { bureauPage, homeCrumb } from '../layout.ts';
import type { Site } from '../site.ts';

const importanceWords = { priority: '重点检查事项', ordinary: '一般检查事项' } as const;

/** 抽查事项清单: what may be inspected and on which ground. */
export function itemsPage(site: Site, list: PortalItemList | null): string {
  return bureauPage(
    site,
    { title: '抽查事项清单', current: 'items', crumbs: [homeCrumb(site)], here: '抽查事项清单' },
    html`<div class="w"><h1>抽查事项清单与依据</h1>${
      list === null
        ? html`<p class="lead">清单尚未公开。未列入清单的事项不得检查。</p>`
        : html`<p class="lead">${list.year}年，${list.items.length}项。未列入清单的事项不得检查。</p><ol class="items">${list.items.map((one) => item(one, site))}</ol>`
    }</div>`,
  );
}

function item(one: PortalItemList['items'][number], site: Site): Html {
  const importance = one.importance === null ? '未区分' : importanceWords[one.importance];
  const facts: readonly (readonly [string, string])[] = [
    ['类别', one.category === importance ? '' : one.category],
    ['性质', importance],
    [site.bureau.terms.subject, one.objects],
    ['检查方式', one.method],
    ['比例频次', one.frequency],
    ['检查部门', one.department ?? ''],
    ['权责清单事项', one.dutyItem ?? ''],
    ['法律责任', one.liability ?? ''],
  ];
  return html`<li><h2>${one.no}　${one.name}</h2><dl class="facts">${facts
    .filter(([, value]) => value !== '')
    .map(([word, value]) => html`<div><dt>${word}</dt><dd>${value}</dd></div>`)}${
    one.bases.length === 0
      ? null
      : html`<div><dt>检查依据</dt><dd>${one.bases.map((basis) => html`<p>${basis}</p>`)}</dd></div>`
  }</dl>${
    one.checkItems.length === 0
      ? null
      : html`<details><summary>抽查内容，共${one.checkItems.length}项</summary><ol class="plain">${one.checkItems.map((text) => html`<li>${text}</li>`)}</ol></details>`
  }</li>`;
}
