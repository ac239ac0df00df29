import type { PlanDocument, Quote } from './document.ts';
import { cellOf, dayOf, rowsOf } from './document.ts';
import { frequenciesIn, numberOf, ratiosIn } from './phrase.ts';
import type { Contradiction } from './rule.ts';
import { sentenceWith } from './rule.ts';

/** The first sentence of the running text that holds a pattern. */
function sentenceOf(document: PlanDocument, pattern: RegExp): Quote | undefined {
  const found = document.paragraphs.find((paragraph) => pattern.test(paragraph.text));
  return found === undefined ? undefined : sentenceWith(found, pattern);
}

const ratioCells = (document: PlanDocument): readonly Quote[] =>
  rowsOf(document).flatMap(({ table, row }) => cellOf(table, row, 'ratio') ?? []);

/** At least twice a year, drawn ones not again, and a table that draws a part of each sector once (ZZ a). */
export function frequencyUnreachable(document: PlanDocument): readonly Contradiction[] {
  const promise = document.paragraphs.find(
    ({ text }) =>
      /频次|每家|每户/.test(text) &&
      !/重点(行业|领域)?(企业|单位|对象)?[^，。；、]{0,12}频次/.test(text) &&
      frequenciesIn(text).some(({ times, operator }) => times >= 2 && operator !== '<=' && !/安排/.test(text)),
  );
  if (promise === undefined) return [];
  const noRepeat = sentenceOf(document, /(不再|不得|不)(列为|列入|作为)(下一轮|本年度)?[^。]*(抽查对象|待查对象)/);
  const parts = ratioCells(document).filter(({ text }) => ratiosIn(text).some(({ percent }) => percent < 100));
  const [part] = parts;
  if (noRepeat === undefined && part === undefined) return [];
  const quote = sentenceWith(promise, /频次|每家|每户/);
  const table =
    part === undefined ? [] : [{ place: part.place, text: `${part.text}，全年1次（共${parts.length}行不足100%）` }];
  return [
    {
      about: '频次',
      verdict: '频次要求与不重复抽取、计划表不能同时成立',
      detail: '每家要抽到规定的次数，抽过的就得再抽，各行的家数也要加起来够。',
      places: [quote, ...(noRepeat === undefined ? [] : [noRepeat]), ...table],
      mends: ['频次只用于重点行业，且重点行业可列入下一轮', '正文删去这一频次，以计划表为准', '计划表加抽轮次'],
    },
  ];
}

/** 「计划内100%」 while nobody says how many are in that plan (LZ 7). */
export function baseUndefined(document: PlanDocument): readonly Contradiction[] {
  const cell = ratioCells(document).find(({ text }) => ratiosIn(text).some(({ base }) => base === 'planned'));
  if (cell === undefined) return [];
  const stated = document.paragraphs.some(({ text }) => /计划(内|中|共|列入)[^。；]{0,24}\d+[家户个座]/.test(text));
  if (stated) return [];
  const target = sentenceOf(document, /抽取?[^。，]{0,8}\d+[家户]/);
  return [
    {
      about: '比例底数',
      verdict: '「计划内」的比例没有写明底数',
      detail:
        target === undefined
          ? '没有写明计划内一共几家，算不出要抽几家。'
          : '没有写明计划内一共几家；多于正文写的家数，就不是100%。',
      places: [cell, ...(target === undefined ? [] : [target])],
      mends: ['正文写明执法计划内有几家', '比例改以名录库为底数'],
    },
  ];
}

/** Two ways of drawing in the text, one in the table (ZZ e). */
export function oneSelectionKind(document: PlanDocument): readonly Contradiction[] {
  const promised = sentenceOf(document, /定向抽查.{0,6}(或|和|、|与).{0,4}不定[向项]/);
  const cells = rowsOf(document).flatMap(({ table, row }) => cellOf(table, row, 'selection') ?? []);
  const [first] = cells;
  if (promised === undefined || first === undefined) return [];
  const targeted = cells.filter(({ text }) => !text.includes('不定'));
  if (targeted.length !== 0 && targeted.length !== cells.length) return [];
  return [
    {
      about: '抽查类型',
      verdict: '正文有两种抽查方式，计划表只有一种',
      detail: `计划表各行全是${first.text}。`,
      places: [promised, first],
      mends: [`正文只写${first.text}抽查`, '部分任务改用另一种方式'],
    },
  ];
}

/** So many draws, half of each 重点, and who was drawn is out: the pool of 重点 runs dry (GX). */
export function keyPoolExhausted(document: PlanDocument): readonly Contradiction[] {
  const draws = sentenceOf(document, /每年[^。；]{0,12}随机抽查[^。；]{0,6}(不少于|至少)[^。；]{1,4}次/);
  const share = sentenceOf(document, /每次[^。；]*重点[^。；]*\d+[%％]/);
  const out = sentenceOf(document, /(已?达到抽查频次|抽查过)[^。；]*不再/);
  if (draws === undefined || share === undefined || out === undefined) return [];
  if (/重点[^。；，]{0,10}(除外|不受|仍可)|除[^。；，]{0,4}重点/.test(out.text)) return [];
  const times = numberOf(/(\d+|[一二两三四五六七八九十]+)次/.exec(draws.text)?.[1] ?? '');
  const pool = countOf(document, /重点[^。；，]{0,16}?(?:共|有)(\d+)[家户]/);
  const each = countOf(document, /每次[^。；，]{0,10}抽[^。；，]{0,6}?(\d+)[家户]/);
  const percent = ratiosIn(share.text)[0]?.percent ?? 0;
  const needed = each === undefined ? undefined : Math.ceil((each * percent) / 100) * times;
  if (pool !== undefined && needed !== undefined && pool >= needed) return [];
  return [
    {
      about: '重点企业',
      verdict: '抽取次数、重点占比与不重复抽取相加，重点企业可能不够抽',
      detail:
        needed === undefined || pool === undefined
          ? `全年${times}次，每次重点不低于${percent}%，抽过的退出；没有写明重点企业有几家、每次抽几家，核不了。`
          : `全年要抽重点企业${needed}家，只有${pool}家。`,
      places: [draws, share, out],
      mends: ['写明重点企业除外，可再次列入', '写明重点企业有几家、每次抽几家，按此降低占比或次数'],
    },
  ];
}

function countOf(document: PlanDocument, pattern: RegExp): number | undefined {
  for (const { text } of document.paragraphs) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return Number(found);
  }
  return undefined;
}

const listName = /附[件表]\d*[：:]?《?[^》。；]*(单位|企业|对象)[^》。；]*(表|名单)/;

/** A list that names everyone leaves nothing to draw (LS). */
export function nothingToDraw(document: PlanDocument): readonly Contradiction[] {
  const drawn = document.paragraphs.filter(
    ({ text }) => /双随机|随机抽/.test(text) && /共\d+[家户]/.test(text) && !/从[^。；]*抽|名录库|顺序|批次/.test(text),
  );
  return drawn.flatMap((paragraph) => {
    const list = document.paragraphs.find(
      (other) => other.under[0] === paragraph.under[0] && other.place === paragraph.place && listName.test(other.text),
    );
    const count = /共(\d+[家户])/.exec(paragraph.text)?.[1];
    if (list === undefined || count === undefined) return [];
    return [
      {
        about: paragraph.under[0] ?? paragraph.place,
        verdict: `名单已经列全${count}，没有可抽的`,
        detail: '写用随机抽查，又把对象逐一列在附表里。',
        places: [paragraph, list],
        mends: [`写明从名录库几家中抽取${count}`, '写明随机的是检查顺序、批次和检查人员'],
      },
    ];
  });
}

/** 「一定数量」 and no number anywhere (YS c). */
export function nothingCounted(document: PlanDocument): readonly Contradiction[] {
  const vague = sentenceOf(document, /一定(数量|比例)/);
  const counted =
    document.paragraphs.some(({ text }) => /\d+(\.\d+)?[%％]|\d+[家户]/.test(text)) || ratioCells(document).length > 0;
  if (vague === undefined || counted) return [];
  return [
    {
      about: '数量',
      verdict: '没有写比例，也没有写家数',
      detail: '「一定数量」抽几家由谁定、何时定，都看不出。',
      places: [vague],
      mends: ['写明比例和底数', '写明家数', '写明由哪份年度计划确定'],
    },
  ];
}

/** A document with a number and no date. */
export function noIssueDate(document: PlanDocument): readonly Contradiction[] {
  if (document.number === null || document.issuedOn !== null || dayOf(document) === null) return [];
  return [
    {
      about: '印发日期',
      verdict: '有文号，没有成文日期',
      detail: null,
      places: [{ place: '文号', text: document.number }],
      mends: ['落款补写年月日'],
    },
  ];
}
