import { html, type Html } from '../html.ts';
import { bureauPage, homeCrumb } from '../layout.ts';
import { hrefOf, type Site } from '../site.ts';
import { clauseChip } from '../words/marks.ts';

/** 工作指引: how an inspection goes and what an enterprise may do; the bureau's own rules stand below. */
export function guidePage(site: Site): string {
  const { bureau } = site;
  const rights: readonly (readonly [string, string, readonly Html[]])[] = [
    [
      'visitors',
      '核验来检查的人',
      [
        html`来检查的${bureau.terms.inspector}不少于两人，应当主动出示执法证件。可以要求看任务来由：哪一年的计划、第几号抽签、第几位。`,
        html`在<a href="${hrefOf(site, 'draws')}">抽签</a>里查到自己被抽中，说明这次检查有来由；查不到的，可以打电话向本局核实。`,
      ],
    ],
    [
      'recusal',
      `申请${bureau.terms.inspector}回避`,
      [
        html`${bureau.terms.inspector}与您有直接利害关系的，检查前或检查时都可以提出回避。由${bureau.terms.deputyDirector}决定，空出的位置由签序下一位补上，谁也不能挑选。`,
        html`向检查组当面提出，或者联系：${bureau.supervisor}。`,
      ],
    ],
    [
      'correction',
      '要求更正公示',
      [
        html`公示有误的，写明是哪一条、错在哪里，并附证明材料。更正之后，原来的内容也会留痕。`,
        html`提交给：${bureau.correctionContact}。`,
      ],
    ],
  ];
  return bureauPage(
    site,
    { title: '工作指引', crumbs: [homeCrumb(site)], here: '工作指引' },
    html`<div class="w"><h1>工作指引</h1><p class="lead">检查怎么进行，企业有什么权利。</p>${bureau.guide.map(
      (part) =>
        html`<h2>${part.title}</h2>${part.paragraphs.map((text) => html`<p class="text">${text}</p>`)}${
          part.clause === null ? null : html`<p class="rule">${clauseChip(part.clause)}</p>`
        }`,
    )}${rights.map(([id, title, paragraphs]) => html`<h2 id="${id}">${title}</h2>${paragraphs.map((text) => html`<p class="text">${text}</p>`)}`)}</div>`,
  );
}
