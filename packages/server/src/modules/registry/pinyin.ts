import { createHash } from 'node:crypto';
import { pinyin } from 'pinyin-pro';

/** Readings that names of firms, places and people really use beside each other; the first stands in the dictionary's place too. */
const readings: Readonly<Record<string, readonly string[]>> = {
  ...{ 长: ['chang', 'zhang'], 重: ['zhong', 'chong'], 行: ['hang', 'xing'], 乐: ['le', 'yue'], 车: ['che', 'ju'] },
  ...{ 厦: ['sha', 'xia'], 单: ['dan', 'shan'], 曾: ['zeng', 'ceng'], 朝: ['chao', 'zhao'], 都: ['du', 'dou'] },
  ...{ 会: ['hui', 'kuai'], 盛: ['sheng', 'cheng'], 铅: ['qian', 'yan'], 六: ['liu', 'lu'] },
  ...{ 台: ['tai', 'yi'], 解: ['jie', 'xie'], 尉: ['wei', 'yu'], 区: ['qu', 'ou'], 仇: ['chou', 'qiu'] },
  ...{ 查: ['cha', 'zha'], 朴: ['pu', 'piao'], 薄: ['bo', 'bao'], 调: ['diao', 'tiao'] },
  ...{ 卡: ['ka', 'qia'], 洞: ['dong', 'tong'], 宿: ['su', 'xiu'], 圩: ['wei', 'xu'], 堡: ['bao', 'pu', 'bu'] },
  ...{ 埔: ['pu', 'bu'], 蚌: ['beng', 'bang'], 莘: ['shen', 'xin'], 阿: ['a', 'e'], 泊: ['bo', 'po'] },
  ...{
    系: ['xi', 'ji'],
    率: ['lv', 'shuai'],
    校: ['xiao', 'jiao'],
    畜: ['chu', 'xu'],
    泌: ['mi', 'bi'],
    涡: ['wo', 'guo'],
  },
  ...{
    浒: ['hu', 'xu'],
    渑: ['mian', 'sheng'],
    繁: ['fan', 'po'],
    翟: ['zhai', 'di'],
    覃: ['qin', 'tan'],
    隽: ['jun', 'juan'],
  },
};
const mostVariants = 8;

/** Stands for this table; what was written by another one is written again at the next start. */
export const readingsMark = createHash('sha256')
  .update(JSON.stringify([readings, mostVariants]))
  .digest('hex');

/**
 * How a name can be searched on a Latin keyboard: 长子县玄字号加油站 → changzixian… and zhangzixian…, czxxzhjyz and
 * zzxxzhjyz. Every reading of a character with several is there, parted by spaces.
 */
export function pinyinOf(name: string): { readonly name_pinyin: string; readonly name_initials: string } {
  const syllables = pinyin(name, { toneType: 'none', v: true, type: 'array', nonZh: 'spaced' });
  const letters = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const known = [...name].some((character) => readings[character] !== undefined);
  const written = known && syllables.length === [...name].length ? variantsOf([...name], syllables) : [syllables];
  const distinct = (texts: readonly string[]) => [...new Set(texts)].join(' ');
  return {
    name_pinyin: distinct(written.map((one) => letters(one.join('')))),
    name_initials: distinct(written.map((one) => letters(one.map(initialOf).join('')))),
  };
}

/** A letter or digit that was written as such stands whole. */
function initialOf(syllable: string): string {
  return /^[a-z]/.test(syllable) ? syllable.slice(0, 1) : syllable;
}

/** All ways to read the name, the dictionary's first, eight at most. */
function variantsOf(characters: readonly string[], syllables: readonly string[]): readonly (readonly string[])[] {
  return characters.reduce<readonly (readonly string[])[]>(
    (ways, character, at) => {
      const plain = syllables[at] ?? '';
      const others = (readings[character] ?? []).filter((reading) => reading !== plain);
      const longer = ways.map((way) => [...way, plain]);
      const more = others.flatMap((other) => ways.map((way) => [...way, other]));
      return [...longer, ...more].slice(0, mostVariants);
    },
    [[]],
  );
}
