import type { PlanDocument } from '../document/document.ts';
import type { Draft } from './draft.ts';
import { fieldsOf, read } from './draft.ts';
import { paragraphSource } from './read-head.ts';

/** What a plan's text promises, told by its words; the sentence itself is the value. */
const kinds: readonly (readonly [string, RegExp])[] = [
  ['底数', /(?:名录库|对象)[^。]{0,12}[（(]?\d+(?:家|户|座)[^。]*：[^。]*\d+/],
  ['抽查家数', /(?:拟|计划|共)?抽取\d+(?:家|户)|(?:重点|一般)(?:检查)?(?:单位|企业)共?\d+[户家]/],
  ['联合抽查占比', /联合[^；]*?(?:占|比例|不低于)[^。；]*?\d+[%％]/],
  ['随机抽查占比', /(?:随机抽查|双随机)[^；。]*?(?:数量|占|比例)[^。；]*?(?:不低于|不少于|达到)[^。；]*?\d+[%％]/],
  ['每次重点占比', /每次[^。；]*?重点[^。；]*?\d+[%％]/],
  ['每年抽查次数', /每年[^。；]*?(?:不少于|至少)[^。；]*?(?:\d+|[一二两三四五六])次/],
  ['每户频次', /(?:频次|每户|单位|企业)[^。；]*?(?:不少于|至少|进行)[^。；]*?(?:\d+|[一二两三四五六])次/],
  ['全覆盖', /全覆盖/],
  ['不重复抽取', /不再(?:列为|作为|重复)[^。；]*?对象|不再重复抽取/],
  ['检查人员', /(?:至少|不少于)\d+名/],
  ['公示期限', /\d+个?(?:工作)?日(?:以)?内[^。；]*?(?:公开|公示|公布)/],
  ['公示率', /\d+[%％]公示/],
  ['完成期限', /任务[^；。]*?(?:\d+月底前|年底前|\d+月\d+日前)/],
  ['回避', /回避[^。；]*?决定/],
];

// No promise is as long; the patterns look a sentence through many times.
const longest = 400;

/** 目标与约束, each with the sentence that says it. They are held against 本局规则 by people, never adopted by the reader. */
export function readPromises(document: PlanDocument): readonly Draft[] {
  return kinds.flatMap(([name, pattern]) =>
    document.paragraphs.flatMap(({ text, place }, index) => {
      const sentence = text.split(/(?<=[。；])/).find((part) => part.length <= longest && pattern.test(part));
      if (sentence === undefined) return [];
      const promise = read(sentence.replace(/[。；，]$/, '').trim(), [paragraphSource(document, index)]);
      const key = `promise:${name}/${place}/${promise.text.slice(0, 24)}`;
      return [{ key, kind: 'promise' as const, title: name, place, fields: fieldsOf({ promise }) }];
    }),
  );
}
