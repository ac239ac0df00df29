import { html, trusted, type Html } from '../html.ts';

/** 16-grid line icons, drawn inline so that every page stands alone. */
const shapes = {
  search: '<circle cx="7" cy="7" r="4.6"/><path d="M10.5 10.5L14 14"/>',
  stop: '<path d="M5.2 1.8h5.6l3.4 3.4v5.6l-3.4 3.4H5.2l-3.4-3.4V5.2z"/><path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4"/>',
  warn: '<path d="M8 2.2L14.6 13.5H1.4z"/><path d="M8 6.4v3.4M8 11.6v.2"/>',
  passed: '<circle cx="8" cy="8" r="6.2"/><path d="M5.2 8.2l2 2 3.6-4"/>',
  down: '<path d="M8 2v8.6M4.6 7.4L8 10.8l3.4-3.4M2.4 13.6h11.2"/>',
  tick: '<path d="M3 8.5l3.2 3.2L13 4.8"/>',
  dash: '<path d="M3.5 8h9"/>',
  clock: '<circle cx="8" cy="8" r="6.2"/><path d="M8 4.4V8l2.5 1.6"/>',
  ring: '<circle cx="8" cy="8" r="6.2"/>',
} as const;

export type IconName = keyof typeof shapes;

export function icon(name: IconName): Html {
  return trusted(`<svg class="i" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${shapes[name]}</svg>`);
}

export type SealLook = 'settled' | 'public' | 'open' | 'void';

/** 印: ink = settled inside, cinnabar = settled in public, outline = not yet. */
export function seal(character: string, look: SealLook): Html {
  return html`<i class="mark ${look}" aria-hidden="true">${character}</i>`;
}

/** A hash in groups of four; the first two groups are what people compare aloud. */
export function hashText(hex: string): Html {
  const groups = hex.match(/.{1,4}/g) ?? [];
  return html`<span class="hash"><b>${groups.slice(0, 2).join(' ')}</b> ${groups.slice(2).join(' ')}</span>`;
}

/** Dice in groups of five, hashes and other hex values in groups of four. */
export function valueText(value: string): Html {
  const size = /^[0-9]+$/.test(value) && value.length < 32 ? 5 : 4;
  return html`<span class="h">${(value.match(new RegExp(`.{1,${String(size)}}`, 'g')) ?? []).join(' ')}</span>`;
}

/** 「依据：2022年抽查工作计划 七（一）」 */
export function clauseChip(clause: { readonly source: string; readonly place: string }): Html {
  return html`<span class="law">依据：${clause.source} ${clause.place}</span>`;
}

/** The product's mark: five lots on one line, the shortest is drawn. */
export const logo = trusted(
  '<svg class="logo" width="34" height="34" viewBox="0 0 28 28" role="img" aria-label="明抽"><path class="lot" d="M3 25h22v2H3zM3 6h3.2v16H3zM8.2 3h3.2v19H8.2zM18.6 8h3.2v14h-3.2zM23 5h2.2v17H23z"/><path class="short" d="M13.4 13.5h3.2V22h-3.2z"/></svg>',
);
