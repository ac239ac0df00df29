import { type AlignmentType, convertMillimetersToTwip as mm, TextRun } from 'docx';

// The names that GB/T 9704 offices have; a computer without them shows its own song.
export const faces = { body: '仿宋_GB2312', title: '方正小标宋简体', heading: '黑体' } as const;
/** 22 lines in 225 mm, in twentieths of a point. */
export const linePitch = Math.round((mm(225) as number) / 22);

export interface Look {
  readonly face?: string;
  /** In half points: 32 is 三号. */
  readonly size?: number;
  readonly color?: string;
  /** Of a cell's text; left where nothing is said. */
  readonly centred?: (typeof AlignmentType)[keyof typeof AlignmentType];
}

export const portrait = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(15), footer: mm(26) },
};

export function run(text: string, { face = faces.body, size = 32, color = '000000' }: Look = {}): TextRun {
  return new TextRun({
    text,
    size,
    color,
    // 28 characters of 三号 fill the 156 mm; a grid of characters would say the same, but only Word reads it so.
    ...(size === 32 ? { characterSpacing: -4 } : {}),
    // “ ” are Chinese here: without the hint they are set in the face for Latin letters.
    font: { ascii: face, eastAsia: face, hAnsi: face, hint: 'eastAsia' },
  });
}
