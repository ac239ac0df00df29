import { html, trusted, type Content, type Html } from './html.ts';
import { hrefOf, yearOfSite, type Display, type Site } from './site.ts';
import { logo } from './words/marks.ts';
import { momentText } from './words/time.ts';

export type Entry = 'plan' | 'draws' | 'results' | 'items' | 'verify';

const entries: readonly (readonly [Entry, string])[] = [
  ['plan', '计划'],
  ['draws', '抽签'],
  ['results', '结果'],
  ['items', '清单与依据'],
  ['verify', '怎么核验'],
];

export interface Page {
  readonly title: string;
  readonly current?: Entry;
  /** The trail above the title; the page itself is its last word. */
  readonly crumbs?: readonly { readonly text: string; readonly href: string }[];
  readonly here?: string;
  /** Pages that recompute load the script; all pages read without it. */
  readonly script?: boolean;
}

/** A whole document as bytes to send. */
function document(title: string, display: Display, script: boolean, body: Html): string {
  const page = html`<html lang="zh-CN"${display.large ? trusted(' data-size="large"') : null}${
    display.theme === null ? null : trusted(` data-theme="${display.theme}"`)
  }><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><link rel="icon" href="/portal/mark.svg" type="image/svg+xml"><link rel="stylesheet" href="/portal/portal.css">${
    script ? html`<script type="module" src="/portal/portal.js"></script>` : null
  }</head><body><a class="skip" href="#main">跳到正文</a>${body}</body></html>`;
  return `<!doctype html>${page.markup}`;
}

/** A page of one bureau: head, demonstration strip, content, foot. `wide` sections bring their own column. */
export function bureauPage(site: Site, page: Page, content: Content): string {
  const title = page.title === '' ? `${site.bureau.name}抽查公开` : `${page.title} · ${site.bureau.name}抽查公开`;
  return document(
    title,
    site.display,
    page.script === true,
    html`${head(site, page.current)}${demonstrationStrip(site)}<main id="main" tabindex="-1">${
      page.here === undefined ? null : crumbs(page)
    }${content}</main>${foot(site)}`,
  );
}

/** A page that belongs to no bureau: the list of bureaus, or an error. */
export function plainPage(title: string, display: Display, content: Content): string {
  return document(
    title,
    display,
    false,
    html`<header class="bar"><div class="w">${logo}<a class="nm" href="/">双随机抽查公开</a></div></header><main id="main" tabindex="-1">${content}</main>`,
  );
}

function head(site: Site, current: Entry | undefined): Html {
  const links = entries.map(
    ([entry, word]) =>
      html`<a href="${hrefOf(site, entry)}"${entry === current ? trusted(' aria-current="page"') : null}>${word}</a>`,
  );
  return html`<header class="bar"><div class="w">${logo}<a class="nm" href="${hrefOf(site)}">${site.bureau.name}<span>抽查公开</span></a><nav aria-label="主导航">${links}</nav></div></header>`;
}

export function demonstrationStrip(site: Site): Html | null {
  if (!site.demonstration) return null;
  const year = yearOfSite(site);
  return html`<div class="demo"><div class="w">演示数据：企业与人员均为虚构。演示时间${String(year)}年${momentText(site.now, year)}。</div></div>`;
}

function crumbs(page: Page): Html {
  const links = (page.crumbs ?? []).map(({ text, href }) => html`<a href="${href}">${text}</a>　`);
  return html`<div class="w"><nav class="crumb" aria-label="所在位置">${links}<span aria-current="page">${page.here ?? ''}</span></nav></div>`;
}

function foot(site: Site): Html {
  const { bureau } = site;
  return html`<footer class="foot"><div class="w"><div><b>${bureau.name}</b><br>公示有误、要求更正：${bureau.correctionContact}<br>举报违规检查：${bureau.supervisor}</div><div><a href="/open-data/draws.json">公开数据（JSON）</a><br><a href="${hrefOf(site, 'log')}">公开日志与校验点</a><br><a href="${hrefOf(site, 'verify#protocol')}">抽签协议 mc-draw/1</a></div><div><a href="${hrefOf(site, 'display')}">大字版与深色版</a><br><a href="${hrefOf(site, 'verify#access')}">无障碍说明</a></div></div></footer>`;
}

export function homeCrumb(site: Site): { readonly text: string; readonly href: string } {
  return { text: '首页', href: hrefOf(site) };
}
