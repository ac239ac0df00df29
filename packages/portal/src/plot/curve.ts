import { html, type Html } from '../html.ts';

const side = 300;
const margin = 40;

/** Shares against a straight line with its band: points near the line mean an even spread. */
export function curvePlot(
  label: string,
  points: readonly { readonly at: number; readonly share: number }[],
  reach: number,
): Html {
  const x = (value: number) => (margin + value * side).toFixed(1);
  const y = (value: number) => (10 + (1 - Math.min(1, Math.max(0, value))) * side).toFixed(1);
  const path = points.map(({ at, share }, index) => `${index === 0 ? 'M' : 'L'}${x(at)} ${y(share)}`).join('');
  const edges = Array.from({ length: 21 }, (_, step) => step / 20);
  const upper = edges.map((at, index) => `${index === 0 ? 'M' : 'L'}${x(at)} ${y(at + reach)}`).join('');
  const lower = edges
    .toReversed()
    .map((at) => `L${x(at)} ${y(at - reach)}`)
    .join('');
  return html`<svg class="plot square" viewBox="0 0 ${side + margin + 20} ${side + 44}" role="img" aria-label="${label}"><path class="band" d="${upper}${lower}z"/><path class="axis" d="M${x(0)} ${y(1)}V${y(0)}H${x(1)}"/><path class="expected" d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}"/><path class="line" d="${path}"/>${[
    '0000',
    '8000',
    'ffff',
  ].map(
    (word, index) =>
      html`<text class="tick" x="${x(index / 2)}" y="${side + 34}" text-anchor="middle">${word}</text><text class="tick" x="${margin - 6}" y="${y(index / 2)}" dy="5" text-anchor="end">${index * 50}%</text>`,
  )}</svg>`;
}
