import type { PlanDocument, Quote } from './document.ts';
import { quotesOf } from './document.ts';
import type { Contradiction } from './rule.ts';
import { sentenceWith } from './rule.ts';

/** Words that documents use and the vocabulary does not, with what they should be. */
export const offVocabulary: readonly { readonly written: string; readonly right: string; readonly not?: RegExp }[] = [
  { written: '不定项抽查', right: '不定向抽查' },
  { written: '安全投人', right: '安全投入' },
  { written: '工作曰', right: '工作日' },
  { written: '督管理局', right: '监督管理局', not: /监督管理局/ },
  { written: '查处比例', right: '抽查比例' },
  { written: '执业档案', right: '监管档案' },
  { written: '市场名录库', right: '抽查对象名录库' },
  { written: '抽査', right: '抽查' },
  { written: '对像', right: '对象' },
  { written: '名路库', right: '名录库' },
  { written: '双随即', right: '双随机' },
];

export function misspelt(document: PlanDocument): readonly Contradiction[] {
  return offVocabulary.flatMap(({ written, right, not }) => {
    const place = quotesOf(document).find(({ text }) => text.replace(not ?? /(?!)/g, '').includes(written));
    if (place === undefined) return [];
    return [
      {
        about: written,
        verdict: `「${written}」应为「${right}」`,
        detail: null,
        places: [sentenceWith(place, new RegExp(written))],
        mends: [`改为「${right}」`],
      },
    ];
  });
}

/** The words of 国办发〔2015〕58号 for what 双随机 is: they mix no terms. */
const definition = /随机(抽取|确定|选取)(执法)?检查对象/g;

const subjectTerms = ['抽查对象', '检查对象', '监察对象'] as const;

/** One thing under two or three names (LZ 10). */
export function subjectTermsMixed(document: PlanDocument): readonly Contradiction[] {
  const headers = document.tables.flatMap((table) =>
    table.columns.map((column) => ({ place: `${table.label} 表头`, text: column.title })),
  );
  const places = [...quotesOf(document), ...headers].map(({ place, text }) => ({
    place,
    text: text.replace(definition, ''),
  }));
  const used = subjectTerms.flatMap((term) => {
    const first = places.find(({ text }) => text.includes(term));
    const times = places.reduce((sum, { text }) => sum + text.split(term).length - 1, 0);
    return first === undefined ? [] : [{ term, times, first: sentenceWith(first, new RegExp(term)) }];
  });
  if (used.length < 2) return [];
  const most = used.reduce((best, one) => (one.times > best.times ? one : best));
  return [
    {
      about: '对象',
      verdict: `同一对象用了${used.length}种说法：${used.map(({ term, times }) => `${term}${times}处`).join('、')}`,
      detail: null,
      places: used.map(({ first }) => first),
      mends: [`统一写「${most.term}」`],
    },
  ];
}

/** A word of another script in the middle of a sentence, left by a scanner (YS e). */
export function foreignWord(document: PlanDocument): readonly Contradiction[] {
  return quotesOf(document).flatMap((quote) => {
    const word = /[\u4e00-\u9fa5]\s+([a-z]{2,})\s+[\u4e00-\u9fa5]/.exec(quote.text)?.[1];
    if (word === undefined) return [];
    return [
      {
        about: word,
        verdict: `句中夹有「${word}」`,
        detail: '多半是识别时留下的。',
        places: [sentenceWith(quote, new RegExp(word))],
        mends: [word === 'and' ? '改为「和」' : '改为中文'],
      },
    ];
  });
}

/** A paragraph that ends in a comma, or in a sentence that says nothing of its own (LZ 10, GX). */
export function unfinished(document: PlanDocument): readonly Contradiction[] {
  return document.paragraphs.flatMap((paragraph) => {
    const comma = paragraph.text.length > 16 && /[，,、]$/.test(paragraph.text);
    const last = paragraph.text.split(/(?<=[。；])/).filter((part) => part.trim() !== '');
    const stump = last.length > 2 && /^(开展|进行|实施|组织)[^，。]{2,9}。$/.test(last.at(-1)?.trim() ?? '');
    if (!comma && !stump) return [];
    const clauses = paragraph.text.split(/(?<=[，,；。])/).filter((part) => part.trim() !== '');
    const text = (comma ? clauses : last).at(-1)?.trim() ?? '';
    const place: Quote = { place: paragraph.place, text };
    return [
      {
        about: `${paragraph.place}/${text}`,
        verdict: comma ? `${paragraph.place}以逗号结尾，话没有说完` : `${paragraph.place}的末句不完整`,
        detail: null,
        places: [place],
        mends: ['补全这句话', '删去这句话'],
      },
    ];
  });
}
