import type { PortalDraw, PortalResult } from '@mingchou/contract';
import { html, type Html } from '../html.ts';
import { bureauPage, homeCrumb } from '../layout.ts';
import { hrefOf, type Site } from '../site.ts';
import { drawLabel, isWholeDraw, statusLine } from '../words/draw.ts';
import { searchForm } from './home.ts';
import { resultTable } from './results.ts';

export interface SearchView {
  readonly typed: string;
  readonly draws: readonly PortalDraw[];
  readonly results: readonly PortalResult[];
}

interface Hit {
  readonly draw: PortalDraw;
  readonly text: string;
}

/** Enterprises among the drawn and reserves, draws by number, results by name or code. */
export function searchPage(site: Site, { typed, draws, results }: SearchView): string {
  const wanted = typed.normalize('NFKC').trim();
  const hits = wanted === '' ? [] : draws.flatMap((draw) => drawHits(draw, wanted));
  const found = wanted === '' ? [] : results.filter((one) => matches(one.name, one.code, wanted));
  const nothing = hits.length === 0 && found.length === 0;
  return bureauPage(
    site,
    { title: '查询', crumbs: [homeCrumb(site)], here: '查询' },
    html`<div class="w"><h1>查询</h1>${searchForm(site, wanted)}${
      wanted === '' ? html`<p class="lead">输入企业名称、统一社会信用代码或抽签编号。</p>` : null
    }${wanted !== '' && nothing ? empty(site, wanted) : null}${hits.length === 0 ? null : html`<h2>抽签，${hits.length}条</h2><ul class="plain">${hits.map((hit) => hitLine(site, hit))}</ul>`}${
      found.length === 0 ? null : html`<h2>结果，${found.length}条</h2>${resultTable(site, found)}`
    }</div>`,
  );
}

function matches(name: string, code: string, wanted: string): boolean {
  return name.includes(wanted) || (wanted.length >= 4 && code.includes(wanted.toUpperCase()));
}

function drawHits(draw: PortalDraw, wanted: string): readonly Hit[] {
  const number = /^(?:\d{4}年)?第?(\d+)号?$/.exec(wanted)?.[1];
  if (drawLabel(draw) === wanted || (number !== undefined && Number(number) === draw.drawNo))
    return [{ draw, text: draw.objects }];
  const own = draw.objectsDrawn.filter((object) => matches(object.name, object.code, wanted));
  if (own.length === 0) return draw.objects.includes(wanted) ? [{ draw, text: draw.objects }] : [];
  return own.map((object) => ({
    draw,
    text: `${object.name}，${object.kind === 'selected' ? `${isWholeDraw(draw) ? '检查次序' : '抽中'}第${String(object.order)}位` : `候补第${String(object.order)}位`}`,
  }));
}

function hitLine(site: Site, { draw, text }: Hit): Html {
  return html`<li><a href="${hrefOf(site, `draws/${String(draw.drawNo)}`)}">${drawLabel(draw)}抽签</a>　${text}　${statusLine(draw)}</li>`;
}

function empty(site: Site, wanted: string): Html {
  return html`<p class="lead">没有查到「${wanted}」。没有被抽中、也没有公示结果的企业查不到，可以到<a href="${hrefOf(site, 'draws')}">抽签</a>里用代码自查。</p>`;
}
