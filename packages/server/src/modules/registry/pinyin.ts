import { pinyin } from 'pinyin-pro';

/** How a name can be searched on a Latin keyboard: 长子县玄字号加油站 → changzixian… and czxxzhjyz. */
export function pinyinOf(name: string): { readonly name_pinyin: string; readonly name_initials: string } {
  const letters = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return {
    name_pinyin: letters(pinyin(name, { toneType: 'none', v: true })),
    name_initials: letters(pinyin(name, { pattern: 'first', toneType: 'none' })),
  };
}
