import type { PortalDraw } from '@mingchou/contract';
import { html, trusted, type Html } from '../html.ts';
import { hrefOf, type Site } from '../site.ts';

const roster = trusted(
  '<svg width="216" height="90" viewBox="0 0 216 90" aria-hidden="true"><path class="row" d="M0 14h150M0 28h118M0 42h134M0 70h142M0 84h126"/><path class="row thin" d="M0 56h96"/><rect class="ink" x="160" y="42" width="44" height="44" rx="5"/><text class="seal-word ink-word" x="182" y="73" text-anchor="middle">封</text></svg>',
);

/** 怎么知道没有做手脚: four steps, drawn with the latest draw's own numbers where there are any. */
export function whyFair(site: Site, draws: readonly PortalDraw[]): Html {
  const latest = [...draws].sort((a, b) => b.drawNo - a.drawNo).find((draw) => draw.drawn !== null);
  const steps: readonly (readonly [Html, string, string])[] = [
    [roster, '先封名单', '查谁、不查谁、为什么不查，先定下来，谁也不能再改。'],
    [fingerprint(latest), '公开承诺', '把名单和规则压成一串指纹公布，改一个字就对不上。'],
    [dice(latest), '再掷骰子', '承诺之后当众投掷，再加见证人封存的数，谁也定不了结果。'],
    [lots(latest), '短签先中', '每家算出一根签，最短的抽中。您也能算出同样的签。'],
  ];
  return html`<h2>怎么知道没有做手脚</h2><ol class="why">${steps.map(
    ([figure, title, text]) => html`<li><div class="fig">${figure}</div><h3>${title}</h3>${text}</li>`,
  )}</ol><p class="more">${
    latest === undefined
      ? null
      : html`<a href="${hrefOf(site, `draws/${String(latest.drawNo)}#verdict`)}">自己核验一次</a>　`
  }<a href="${hrefOf(site, 'verify#limits')}">还可能有什么问题</a></p>`;
}

function fingerprint(draw: PortalDraw | undefined): Html {
  // Before there is a draw the figures are drawn with dots and an example's heights: they claim nothing.
  const groups = (draw?.commitment?.hash ?? '·'.repeat(36)).match(/.{4}/g) ?? [];
  const lines = [0, 3, 6].map((from) => groups.slice(from, from + 3).join(' '));
  return html`<svg width="216" height="90" viewBox="0 0 216 90" aria-hidden="true">${lines.map(
    (line, index) => html`<text class="code" x="0" y="${24 + index * 28}">${line}</text>`,
  )}<rect class="seal" x="160" y="42" width="44" height="44" rx="5"/><text class="seal-word" x="182" y="73" text-anchor="middle">诺</text></svg>`;
}

function dice(draw: PortalDraw | undefined): Html {
  const value = draw?.sources.find((source) => source.kind === 'dice')?.value ?? '';
  const digits = (value.replace(/[^0-9]/g, '').match(/[0-9]/g) ?? ['', '', '']).slice(0, 3);
  return html`<svg width="216" height="90" viewBox="0 0 216 90" aria-hidden="true">${digits.map((digit, index) => {
    const x = 26 + index * 64;
    return html`<path class="die" d="M${x} 22l24 17v24l-24 17-24-17V39z"/><text class="pip" x="${x}" y="60" text-anchor="middle">${digit}</text>`;
  })}<text class="pip more-dots" x="186" y="60">…</text></svg>`;
}

/** Selected and reserve lots of one draw, shortest first; heights are the tickets' own. */
function lots(draw: PortalDraw | undefined): Html {
  const tickets = [...(draw?.objectsDrawn ?? exampleLots)].sort((a, b) => (a.ticket < b.ticket ? -1 : 1)).slice(0, 24);
  const step = Math.min(16, 216 / Math.max(tickets.length, 1));
  const highest = Math.max(...tickets.map((lot) => heightOf(lot.ticket)), 0.01);
  return html`<svg width="216" height="90" viewBox="0 0 216 90" aria-hidden="true">${tickets.map((lot, index) => {
    const height = Math.max(4, (heightOf(lot.ticket) / highest) * 84);
    return html`<rect class="${lot.kind === 'selected' ? 'seal' : 'lot-left'}" x="${(index * step).toFixed(1)}" y="${(88 - height).toFixed(1)}" width="${(step * 0.62).toFixed(1)}" height="${height.toFixed(1)}"/>`;
  })}</svg>`;
}

const exampleLots = [6, 9, 13, 18, 22, 31, 38, 44, 52, 63, 75, 88].map((height, index) => ({
  kind: index < 4 ? ('selected' as const) : ('reserve' as const),
  ticket: Math.round((height / 100) * 0xffffffff)
    .toString(16)
    .padStart(8, '0'),
}));

function heightOf(ticket: string): number {
  return Number.parseInt(ticket.slice(0, 8), 16) / 0xffffffff;
}
