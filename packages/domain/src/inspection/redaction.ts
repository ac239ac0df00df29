/** What must not reach the public: numbers that name a person (个人信息保护法 §28, hard floor personal-data-redacted). */
export interface PersonalData {
  readonly kind: 'identity-number' | 'mobile' | 'landline' | 'bank-card' | 'e-mail';
  readonly text: string;
}

const word = (pattern: string) => new RegExp(`(?<![0-9A-Za-z])${pattern}(?![0-9A-Za-z])`, 'g');
const gap = '[ \\-－—_.·]?';
const digits = (count: number) => `(?:[0-9]${gap}){${count}}`;

const patterns: readonly (readonly [PersonalData['kind'], RegExp])[] = [
  ['identity-number', word(`[1-8]${gap}${digits(5)}(?:1[89]|20)${digits(9)}[0-9Xx]`)],
  ['identity-number', word('[1-8][0-9]{14}')],
  ['mobile', word(`(?:(?:\\+|00)?86${gap})?1${gap}[3-9]${gap}${digits(8)}[0-9]`)],
  ['landline', word('(?:0[0-9]{2,3}[ \\-－—]?)[2-9][0-9]{6,7}')],
  ['bank-card', word('(?:62|4[0-9]|5[1-5])[0-9]{14,17}')],
  ['e-mail', /[0-9A-Za-z._%+-]+@[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)+/g],
];

interface Found extends PersonalData {
  readonly from: number;
}

/** Full-width digits, letters and signs as half-width ones; every character keeps its place. */
function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ＠＋．＿]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

function find(text: string): readonly Found[] {
  const plain = halfWidth(text);
  const all = patterns.flatMap(([kind, pattern]) =>
    [...plain.matchAll(pattern)].map((match) => ({ kind, text: match[0], from: match.index })),
  );
  // One number can fit two patterns; the first in the list names it.
  return all.filter((one, index) => !all.slice(0, index).some((other) => overlap(one, other)));
}

function overlap(a: Found, b: Found): boolean {
  return a.from < b.from + b.text.length && b.from < a.from + a.text.length;
}

/** Telephone and identity numbers in a text, also written full-width or with gaps. Credit codes do not count. */
export function personalDataIn(text: string): readonly PersonalData[] {
  return find(text).map(({ kind, text: number }) => ({ kind, text: number }));
}

/** A suggestion for the reviewer: every such number replaced by 「（已遮盖）」, the rest left as it stands. */
export function redacted(text: string): string {
  return [...find(text)]
    .sort((a, b) => b.from - a.from)
    .reduce(
      (left, { from, text: number }) => `${left.slice(0, from)}（已遮盖）${left.slice(from + number.length)}`,
      text,
    );
}

/** A natural person as a subject: 李四 → 李*, 欧阳四 → 欧阳*; firms keep their names. */
export function publicName(name: string, naturalPerson: boolean): string {
  if (!naturalPerson) return name;
  const surname = doubleSurnames.find((double) => name.startsWith(double)) ?? [...name].slice(0, 1).join('');
  return `${surname}*`;
}

const doubleSurnames = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '夏侯',
  '长孙',
  '宇文',
  '司徒',
];
