import type { ColumnKey } from '../document/document.ts';

const dates = /^[\d年月日号季度第一二三四上下半全底前后至到起止初中旬末完成之内以、,，\-—–~－\s.]+$/;
const methodWords =
  /^(?:查阅|现场|书面|实地|抽样|网络|在线|远程|资料|台账|检查|检测|检验|询问|核查|核验|监测|抽查|专业|机构|委托|和|与|或|及|、|，|,|\/|相结合|等|方式)+$/;

/** What each kind of value looks like, whatever column it stands in. Only these kinds can be told by their look. */
const looks: readonly (readonly [ColumnKey, (text: string) => boolean])[] = [
  ['selection', (text) => /^(定向|不定向|不定项)(抽查|抽取)?$/.test(text)],
  ['category', (text) => /^(重点|一般)(检查|抽查)?(事项)?$/.test(text)],
  ['method', (text) => text.length <= 40 && methodWords.test(text) && /查|检|询|监/.test(text)],
  ['basis', (text) => /《[^》]+》/.test(text) && /第[一二三四五六七八九十百零\d]+条|^\d+[.．、]\s*《|^《/.test(text)],
  [
    'ratio',
    (text) =>
      text.length <= 80 && !text.includes('《') && /[%％]|比例|全覆盖|(每|全)年[^。]*次|^\d+(家|户)$/.test(text),
  ],
  ['window', (text) => text.length <= 40 && /[年月季]/.test(text) && dates.test(text)],
  ['tier', (text) => text.length <= 24 && /[省市县区乡镇国家]、?.{0,3}级/.test(text) && !/[%％次]/.test(text)],
  ['no', (text) => /^(\d{1,4}|[一二三四五六七八九十]{1,3})$/.test(text)],
];

const strict: ReadonlySet<ColumnKey> = new Set(['selection', 'category', 'method', 'ratio', 'window', 'no']);

/** The kinds of value that a text looks like; none where it is just words. */
export function looksOf(text: string): readonly ColumnKey[] {
  const plain = text.replace(/\s/g, '');
  return plain === '' ? [] : looks.filter(([, is]) => is(plain)).map(([key]) => key);
}

/** Whether a text can stand in such a column. `doubtful`: words that its look says nothing about. */
export function fits(text: string, key: ColumnKey | null): 'yes' | 'no' | 'doubtful' {
  if (key === null) return 'doubtful';
  const seen = looksOf(text);
  if (seen.includes(key)) return 'yes';
  if (key === 'count' && /^\d+(家|户|个|座)?$/.test(text.replace(/\s/g, ''))) return 'yes';
  // A number alone says nothing about the column it fell into.
  if (seen.some((one) => one !== 'no'))
    return key === 'content' && seen.every((one) => one === 'basis') ? 'doubtful' : 'no';
  return strict.has(key) ? 'no' : 'doubtful';
}
