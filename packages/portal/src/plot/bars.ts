import { html, type Html } from '../html.ts';

export interface Bar {
  readonly word: string;
  readonly count: number;
  /** What chance alone gives, with the band of 99 in 100; left out where nothing is expected. */
  readonly expected?: number;
  readonly low?: number;
  readonly high?: number;
}

const size = { width: 540, height: 250, left: 44, bottom: 34, top: 12 } as const;

/** Bars with their numbers on top, grey bands and a line for what is expected. The numbers stand in a table beside it. */
export function barPlot(label: string, bars: readonly Bar[]): Html {
  const highest = Math.max(1, ...bars.map(({ count, high = 0 }) => Math.max(count, high)));
  const floor = size.height - size.bottom;
  const y = (value: number) => floor - (value / highest) * (floor - size.top - 18);
  const step = (size.width - size.left) / Math.max(1, bars.length);
  const width = Math.min(56, step * 0.62);
  const shapes = bars.map((bar, index) => {
    const middle = size.left + step * (index + 0.5);
    return html`${band(bar, middle, step, y)}<rect class="bar-in" x="${fixed(middle - width / 2)}" y="${fixed(y(bar.count))}" width="${fixed(width)}" height="${fixed(floor - y(bar.count))}"/>${line(bar, middle, step, y)}<text class="tick" x="${fixed(middle)}" y="${fixed(floor + 22)}" text-anchor="middle">${bar.word}</text><text class="count" x="${fixed(middle)}" y="${fixed(y(bar.count) - 5)}" text-anchor="middle">${bar.count}</text>`;
  });
  return html`<svg class="plot" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${label}"><path class="axis" d="M${size.left} ${size.top}V${floor}H${size.width}"/><text class="tick" x="${size.left - 8}" y="${floor + 5}" text-anchor="end">0</text><text class="tick" x="${size.left - 8}" y="${fixed(y(highest) + 5)}" text-anchor="end">${Math.round(highest)}</text>${shapes}</svg>`;
}

function band({ low, high }: Bar, middle: number, step: number, y: (value: number) => number): Html | null {
  if (low === undefined || high === undefined) return null;
  const width = step * 0.86;
  return html`<rect class="band" x="${fixed(middle - width / 2)}" y="${fixed(y(high))}" width="${fixed(width)}" height="${fixed(Math.max(1, y(low) - y(high)))}"/>`;
}

function line({ expected }: Bar, middle: number, step: number, y: (value: number) => number): Html | null {
  if (expected === undefined) return null;
  const half = step * 0.43;
  return html`<path class="expected" d="M${fixed(middle - half)} ${fixed(y(expected))}h${fixed(half * 2)}"/>`;
}

function fixed(value: number): string {
  return value.toFixed(1);
}
