import type { PortalDraw, SelfCheck } from '@mingchou/contract';
import { html, type Html } from '../html.ts';
import { bureauPage, homeCrumb } from '../layout.ts';
import { ownAnswer } from '../own-check.ts';
import { hrefOf, type Site } from '../site.ts';
import { drawLabel } from '../words/draw.ts';
import { icon } from '../words/marks.ts';

export interface SelfCheckView {
  readonly draw: PortalDraw;
  /** As typed. */
  readonly code: string;
  readonly answer: SelfCheck;
}

export function selfCheckHref(site: Site, draw: Pick<PortalDraw, 'drawNo'>): string {
  return hrefOf(site, `draws/${String(draw.drawNo)}/self-check`);
}

/** 自查: one enterprise, one draw, its own line; it reads whole without a script. */
export function selfCheckPage(site: Site, { draw, code, answer }: SelfCheckView): string {
  const href = selfCheckHref(site, draw);
  const objection = { contact: site.bureau.correctionContact, href: hrefOf(site, 'guide#correction') };
  return bureauPage(
    site,
    {
      title: `自查 ${drawLabel(draw)}抽签`,
      current: 'draws',
      crumbs: [
        homeCrumb(site),
        { text: '抽签', href: hrefOf(site, 'draws') },
        { text: drawLabel(draw), href: hrefOf(site, `draws/${String(draw.drawNo)}`) },
      ],
      here: '自查',
      script: true,
    },
    html`<div class="w"><h1>我的企业被抽中了吗</h1><p class="lead">${drawLabel(draw)}抽签，${draw.objects}。输入代码，只看自己一家的签号、结果和证明。</p><section class="self" aria-label="查询">${selfCheckForm(href, code)}<div class="answer"${own(href, draw, answer)}>${ownAnswer(answer, objection)}</div></section><p class="more"><a href="${hrefOf(site, `draws/${String(draw.drawNo)}`)}">回到这次抽签</a></p></div>`,
  );
}

function own(href: string, { commitment }: PortalDraw, answer: SelfCheck): Html | null {
  if (answer.kind !== 'found') return null;
  const json = `${href}.json?code=${encodeURIComponent(answer.code)}`;
  return html` data-own="${json}" data-commitment="${commitment?.hash ?? ''}"`;
}

export function selfCheckForm(href: string, code: string, attributes: Html | null = null): Html {
  return html`<form action="${href}"${attributes}><label class="l" for="code">统一社会信用代码</label><span class="hint" id="code-hint">18位，在营业执照上</span><input class="in mono" id="code" name="code" value="${code}" maxlength="22" aria-describedby="code-hint" autocomplete="off" spellcheck="false"><button class="btn" type="submit">${icon('search')}查询</button></form>`;
}
