import type { PortalDraw } from '@mingchou/contract';
import type { DrawView } from './draw-view.ts';
import { html, type Html } from '../html.ts';
import { hrefOf, type Site } from '../site.ts';
import { isSealed } from '../words/draw.ts';
import { icon } from '../words/marks.ts';

export function bundleHref(site: Site, draw: PortalDraw): string {
  return hrefOf(site, `draws/${String(draw.drawNo)}/${encodeURIComponent(draw.bundle?.file ?? '')}`);
}

/** 16 kB */
export function sizeText(bytes: number): string {
  return `${String(Math.max(1, Math.round(bytes / 1000)))} kB`;
}

/** The box says at first that nothing was recomputed; only the reader's own browser may say otherwise. */
export function verdictBox(site: Site, { draw, logKeys, offlinePage }: DrawView): Html {
  if (draw.bundle === null || draw.drawn === null) return notYet(site, draw);
  return html`<section class="ver" id="verdict" aria-label="重算" data-verdict data-bundle="${bundleHref(site, draw)}" data-commitment="${draw.commitment?.hash ?? ''}" data-log-keys="${logKeys.join(' ')}"><div data-report aria-live="polite"><div class="hd">${icon('ring')}<div><p class="lb">在您的浏览器里</p><h2>还没有重算</h2><p>这个网页只转述公布的结果，自己没有核对过。证据包里有公开的名单、规则、承诺和随机数，谁都可以据此重算，不必经过我们。</p></div></div></div><div class="acts"><button class="btn" type="button" data-recompute hidden>在我的浏览器里重算</button><a class="btn sec" href="${bundleHref(site, draw)}" download>${icon('down')}下载证据包（${sizeText(draw.bundle.bytes)}）</a>${
    offlinePage ? html`<a class="btn sec" href="/portal/verify.html" download>${icon('down')}下载离线核验页</a>` : null
  }<a class="btn sec" href="${hrefOf(site, `draws/${String(draw.drawNo)}/record.pdf`)}">${icon('down')}抽取记录（PDF）</a></div><noscript><p class="hint">您的浏览器没有运行脚本，不能在这里重算。请下载证据包，按<a href="${hrefOf(site, 'verify')}">怎么核验</a>在自己的电脑上重算。</p></noscript><details class="fp"><summary>证据包的指纹（SHA-256）</summary><p class="calc">${draw.bundle.sha256}</p></details></section>`;
}

function notYet(site: Site, draw: PortalDraw): Html {
  const frozen = draw.frozenFiles ?? null;
  const text = isSealed(draw)
    ? '这次检查不事先通知。开封之前只公开承诺、公开日志的收录证明和结果的加盐指纹；开封之后名单、随机数和结果全部公开，任何人都能重算。'
    : draw.drawn !== null
      ? '结果已经产生，证据包正在整理。'
      : draw.commitment === null
        ? '承诺公开之后，这里会有名单和规则的指纹。'
        : '随机数还没有到齐。随机数到齐，结果就已确定，任何人都能算出同样的结果。';
  return html`<section class="ver" id="verdict" aria-label="重算"><div class="hd">${icon('ring')}<div><p class="lb">在您的浏览器里</p><h2>还不能重算</h2><p>${text}</p></div></div>${
    frozen === null
      ? null
      : html`<div class="acts"><a class="btn sec" href="${hrefOf(site, `draws/${String(draw.drawNo)}/${encodeURIComponent(frozen.file)}`)}" download>${icon('down')}下载${isSealed(draw) ? '承诺和日志证明' : '已公开的名单和规则'}（${sizeText(frozen.bytes)}）</a></div>`
  }</section>`;
}
