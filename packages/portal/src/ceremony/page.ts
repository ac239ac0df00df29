import type { CeremonyNews } from '@mingchou/contract';
import { create } from 'qrcode';
import { html, trusted, type Html } from '../html.ts';
import { demonstrationStrip } from '../layout.ts';
import { hrefOf, type Site } from '../site.ts';
import { drawLabel } from '../words/draw.ts';
import { ceremonyBody } from './body.ts';
import type { Room } from './head.ts';
import { spokenOf } from './words.ts';

export interface CeremonyPage {
  readonly news: CeremonyNews;
  /** 16:9 for the wall; otherwise one column for whatever the reader holds. */
  readonly screen: boolean;
  readonly dark: boolean;
  /** Address under which the phones of the room reach this house, such as `https://example.gov.cn`. */
  readonly origin: string;
}

/** 仪式大屏, and the same on a phone. Without a script it is a plain page that loads itself again every few seconds. */
export function ceremonyPage(site: Site, page: CeremonyPage): string {
  const { news, screen, origin } = page;
  const drawHref = hrefOf(site, `draws/${String(news.view.drawNo)}`);
  const qr = {
    live: qrOf(`${origin}${drawHref}/live`, '二维码：在手机上看同一画面'),
    recompute: qrOf(`${origin}${drawHref}#recompute`, '二维码：用自己的手机重算'),
  };
  const room: Room = { bureauName: site.bureau.name, demonstration: site.demonstration, drawHref, qr };
  const { theme, large } = site.display;
  const ground = screen ? (page.dark ? 'dark' : 'light') : page.dark ? 'dark' : theme;
  const made = html`<html lang="zh-CN"${screen ? trusted(' class="screen"') : null}${
    large && !screen ? trusted(' data-size="large"') : null
  }${ground === null ? null : trusted(` data-theme="${ground}"`)}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${drawLabel(news.view)}抽签现场 · ${site.bureau.name}</title><link rel="icon" href="/portal/mark.svg" type="image/svg+xml">${
    screen ? html`<link rel="stylesheet" href="/portal/song.css">` : null
  }<link rel="stylesheet" href="/portal/ceremony.css"><noscript><meta http-equiv="refresh" content="5"></noscript><script type="module" src="/portal/ceremony.js"></script></head><body>${demonstrationStrip(site)}<p class="sr" aria-live="polite" data-spoken>${spokenOf(news)}</p><div class="stage" data-ceremony data-events="${drawHref}/events" data-state="${drawHref}/live.json" data-news="${JSON.stringify(news)}" data-bureau="${room.bureauName}"${
    room.demonstration ? trusted(' data-demonstration') : null
  } data-draw="${drawHref}">${ceremonyBody(room, news)}</div><template data-qr="live">${qr.live}</template><template data-qr="recompute">${qr.recompute}</template></body></html>`;
  return `<!doctype html>${made.markup}`;
}

/** A QR code as one path, dark on white whatever the ground: cameras want it so. */
function qrOf(text: string, label: string): Html {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const cells: string[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (modules.get(y, x) === 1) cells.push(`M${String(x)} ${String(y)}h1v1h-1z`);
    }
  }
  const edge = String(modules.size + 4);
  return html`<svg viewBox="-2 -2 ${edge} ${edge}" shape-rendering="crispEdges" role="img" aria-label="${label}"><path fill="#fff" d="M-2-2h${edge}v${edge}h-${edge}z"/><path fill="#16201C" d="${cells.join('')}"/></svg>`;
}
