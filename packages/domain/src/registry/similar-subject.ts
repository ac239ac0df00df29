/** An object as another one may be compared with it. */
export interface Known {
  readonly code: string;
  readonly name: string;
  readonly address: string;
}

/** Why two entries with different codes may be one object. */
export interface Similarity {
  readonly other: Known;
  readonly by: 'name' | 'address';
}

/** More objects than this at one address are a market or an industrial park, not one object entered twice. */
const neighboursAtMost = 3;

/**
 * Duplicates under another code: the same name once legal form and brackets are left out, or the same address once
 * province, city, county and town are. Only proposed: two firms may share a name or a gate, so nothing is ever merged.
 */
export function similarityIndex(known: readonly Known[]): {
  readonly find: (one: Known) => Similarity | undefined;
  readonly add: (one: Known) => void;
} {
  const byName = new Map<string, Known[]>();
  const byAddress = new Map<string, Known[]>();
  const put = (index: Map<string, Known[]>, key: string, one: Known) => {
    const there = index.get(key);
    if (key === '') return;
    if (there === undefined) index.set(key, [one]);
    else if (there.length <= neighboursAtMost) there.push(one);
  };
  const add = (one: Known) => {
    put(byName, nameCore(one.name), one);
    put(byAddress, addressCore(one.address), one);
  };
  for (const one of known) add(one);
  const otherIn = (there: readonly Known[] | undefined, one: Known) =>
    there === undefined || there.length > neighboursAtMost ? undefined : there.find(({ code }) => code !== one.code);
  return {
    add,
    find(one) {
      const name = otherIn(byName.get(nameCore(one.name)), one);
      if (name !== undefined) return { other: name, by: 'name' };
      const address = otherIn(byAddress.get(addressCore(one.address)), one);
      return address && { other: address, by: 'address' };
    },
  };
}

const signs = /[\s()（）〔〕[\]【】·,，、.。\-—_#＃"“”]/g;
const legalForms = /(股份有限公司|有限责任公司|有限公司|责任公司|股份公司|公司)$/;

/** 长子县天字号化工有限责任公司 and 长子县天字号（化工）有限公司 have one core. */
export function nameCore(name: string): string {
  return name.normalize('NFKC').replaceAll(signs, '').replace(legalForms, '');
}

const numerals = '〇一二三四五六七八九';

/**
 * What is left of an address below the town, with 「十二号」 as 「12号」. Without a number in it nothing says which gate
 * it is, so it has no core.
 */
export function addressCore(address: string): string {
  const plain = address
    .normalize('NFKC')
    .replaceAll(signs, '')
    .replaceAll(/[〇一二三四五六七八九十]+(?=[号弄巷栋幢楼组])/g, countOf);
  const below = plain.replace(/^(.{2,}?(省|自治区))?(.{2,}?[市盟])?(.{1,}?[县区旗])?(.{1,}?(镇|乡|街道|办事处))?/, '');
  const core = below === '' ? plain : below;
  return /\d/.test(core) && core.length >= 4 ? core : '';
}

/** 十二 → 12, 二十 → 20, 一〇三 → 103. */
function countOf(written: string): string {
  const digit = (character: string) => String(numerals.indexOf(character));
  const [tens = '', ones = ''] = written.split('十');
  if (!written.includes('十')) return [...written].map(digit).join('');
  return `${tens === '' ? '1' : [...tens].map(digit).join('')}${ones === '' ? '0' : [...ones].map(digit).join('')}`;
}
