import './icon.css';

/** Line icons on a 16 grid, drawn as SVG so that no old system shows boxes; a word always stands beside them. */
const shapes = {
  chevron: 'M4 6l4 4 4-4',
  search: 'M2.4 7a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0-9.2 0M10.5 10.5L14 14',
  bell: 'M3.2 11.4h9.6L11.6 9.6V6.8a3.6 3.6 0 0 0-7.2 0v2.8zM6.6 13.6h2.8',
  pen: 'M3 13l.6-2.8L10.8 3l2.2 2.2-7.2 7.2z',
  octagon: 'M5.2 1.8h5.6l3.4 3.4v5.6l-3.4 3.4H5.2l-3.4-3.4V5.2zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  print: 'M4.4 5.6V2.2h7.2v3.4M4.4 11.4H2.6V5.8h10.8v5.6h-1.8M4.4 9.4h7.2v4.4H4.4z',
  tick: 'M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0M5.2 8.2l2 2 3.6-4',
  check: 'M3.2 8.4l3.2 3.2 6.4-7',
  dash: 'M3.5 8h9',
  ring: 'M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0',
  dot: 'M4.2 8a3.8 3.8 0 1 0 7.6 0a3.8 3.8 0 1 0-7.6 0z',
  plus: 'M8 3v10M3 8h10',
  triangle: 'M8 2.2L14.6 13.5H1.4zM8 6.4v3.4M8 11.6v.2',
  info: 'M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0M8 7.4v3.8M8 4.8v.2',
  clock: 'M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0M8 4.4V8l2.5 1.6',
  lock: 'M4.2 7h7.6A1.2 1.2 0 0 1 13 8.2v4.6a1.2 1.2 0 0 1-1.2 1.2H4.2A1.2 1.2 0 0 1 3 12.8V8.2A1.2 1.2 0 0 1 4.2 7zM5.2 7V5a2.8 2.8 0 0 1 5.6 0v2',
  download: 'M8 2v8.6M4.6 7.4L8 10.8l3.4-3.4M2.4 13.6h11.2',
  upload: 'M8 10.6V2M4.6 5.2L8 1.8l3.4 3.4M2.4 13.6h11.2',
  cross: 'M4 4l8 8M12 4l-8 8',
  eye: 'M1.6 8S4 3.8 8 3.8 14.4 8 14.4 8 12 12.2 8 12.2 1.6 8 1.6 8zM6.1 8a1.9 1.9 0 1 0 3.8 0a1.9 1.9 0 1 0-3.8 0',
  back: 'M6.4 3L2.8 6.6l3.6 3.6M3 6.6h6.6a3.6 3.6 0 0 1 0 7.2H7',
  pullBack: 'M2.6 3v10M13.6 8H5.4M8.6 4.6L5.2 8l3.4 3.4',
  square: 'M4 4h8v8H4z',
  copy: 'M5.6 5.6h8v8h-8zM3.2 10.4H2.4v-8h8v.8',
  columns: 'M2.4 3h11.2v10H2.4zM6.2 3v10M9.8 3v10',
  person: 'M5.4 5.2a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0M2.8 13.8a5.2 5.2 0 0 1 10.4 0',
  calendar: 'M2.4 3.6h11.2v10H2.4zM2.4 6.8h11.2M5.2 2v3M10.8 2v3',
} as const;

export type IconName = keyof typeof shapes;

const filled: readonly IconName[] = ['dot', 'square'];

export function Icon({ name, tone }: { readonly name: IconName; readonly tone?: Tone | undefined }) {
  const classes = ['icon', filled.includes(name) ? 'filled' : '', tone === undefined ? '' : `tone-${tone}`];
  return (
    <svg className={classes.join(' ').trim()} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}

/** Only exceptions are coloured: late needs a hand now, soon an eye today, done is verified, dye can be pressed. */
export type Tone = 'late' | 'soon' | 'done' | 'dye';
