import type { PlanDocument } from './document.ts';
import { numberOf } from './phrase.ts';
import type { Contradiction } from './rule.ts';
import { sentenceWith } from './rule.ts';

/** Top headings must count up from one (ZZ f). */
export function headingsBroken(document: PlanDocument): readonly Contradiction[] {
  const tops = document.paragraphs.filter(({ level, marker }) => level === 1 && marker.endsWith('、'));
  let expected = 1;
  for (const paragraph of tops) {
    const number = numberOf(paragraph.marker.replace('、', ''));
    // A notice has numbers of its own before the document that it issues begins again at one.
    if (number !== expected && number !== 1) {
      return [
        {
          about: '标题序号',
          verdict: `标题从「${marked(expected - 1)}」跳到「${paragraph.marker}」`.replace('从「开头」', '开头就'),
          detail: `缺「${marked(expected)}、」。`,
          places: [paragraph],
          mends: [`补上「${marked(expected)}、」`],
        },
      ];
    }
    expected = number + 1;
  }
  const odd = document.paragraphs.find(({ marker, level }) => level === 2 && /\d/.test(marker));
  const usual = document.paragraphs.find(({ marker, level }) => level === 2 && /[一二三四五]/.test(marker));
  if (odd === undefined || usual === undefined) return [];
  return [
    {
      about: '标题序号',
      verdict: `二级标题一处写「${usual.marker}」，一处写「${odd.marker}」`,
      detail: null,
      places: [usual, odd].map(({ place, text }) => ({ place, text: text.slice(0, 24) })),
      mends: ['统一用「（一）」'],
    },
  ];
}

function marked(number: number): string {
  return ['开头', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'][number] ?? String(number);
}

/** Annexes that the text names and nothing stands for, or without their label (LS-14, LZ 10). */
export function annexMissing(document: PlanDocument): readonly Contradiction[] {
  const named = document.paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(/附[件表](\d*)[：:]?《([^》]*(?:表|清单|名单|计划))》/g)].map(([text, no]) => ({
      no: no ?? '',
      text,
      place: paragraph.place,
    })),
  );
  const listed = document.annexes.map(({ no, title }) => ({ no, text: `附件${no} ${title}`, place: '附件目录' }));
  const all = [...named, ...listed].filter(
    (one, index, list) => list.findIndex((other) => other.no === one.no) === index,
  );
  if (all.length <= document.tables.length) return [];
  return [
    {
      about: '附件',
      verdict: `正文列了${all.length}个附件，文中${document.tables.length === 0 ? '一个也没有' : `只有${document.tables.length}个`}`,
      detail: '没有附上的，核不了。',
      places: all.slice(0, 3).map(({ place, text }) => ({ place, text })),
      mends: ['附上各表', '正文删去没有的附件'],
    },
  ];
}

/** Some annexes carry their number and others do not (LZ 10). */
export function annexUnlabelled(document: PlanDocument): readonly Contradiction[] {
  const labels = document.paragraphs.flatMap(({ text }) => /^附[件表](\d+)[：:]?$/.exec(text)?.[1] ?? []);
  const without = document.annexes.filter(({ no }) => no !== '' && !labels.includes(no));
  if (labels.length === 0 || without.length === 0 || document.annexes.length < 2) return [];
  return without.map(({ no, title }) => ({
    about: `附件${no}`,
    verdict: `附件${no}没有标「附件${no}」`,
    detail: null,
    places: [{ place: '附件目录', text: `${no}.${title}` }],
    mends: [`在标题上方补写「附件${no}」`],
  }));
}

const trades = [
  { name: '矿山', words: /煤矿|非煤矿山|矿山/ },
  { name: '危险物品', words: /危险化学品|危险物品|易制毒/ },
  { name: '工贸', words: /工贸|冶金|有色|建材|轻工|纺织|商贸/ },
  { name: '烟花爆竹', words: /烟花爆竹/ },
];

/** The scope names one trade, what is to be checked names another (YS b). */
export function contentBeyondScope(document: PlanDocument): readonly Contradiction[] {
  const scope = document.paragraphs.find(
    ({ text, under }) =>
      under.some((one) => /(检查|抽查)对象|范围/.test(one)) && trades.some(({ words }) => words.test(text)),
  );
  if (scope === undefined || document.tables.length > 0) return [];
  const inScope = trades.filter(({ words }) => words.test(scope.text));
  if (inScope.length !== 1) return [];
  const beyond = document.paragraphs.find(
    ({ text, under }) =>
      under.some((one) => /内容/.test(one)) &&
      trades.some((trade) => !inScope.includes(trade) && trade.words.test(text)),
  );
  if (beyond === undefined) return [];
  const others = trades.filter((trade) => !inScope.includes(trade) && trade.words.test(beyond.text));
  return [
    {
      about: '范围与内容',
      verdict: `范围只有${inScope[0]?.name ?? ''}，检查内容写到${others.map(({ name }) => name).join('、')}`,
      detail: null,
      places: [scope, beyond],
      mends: ['内容只留范围内行业适用的', '范围补上这些行业'],
    },
  ];
}

const industries = [
  '冶金',
  '有色',
  '建材',
  '机械',
  '轻工',
  '纺织',
  '烟草',
  '商贸',
  '危险化学品',
  '非煤矿山',
  '煤矿',
  '烟花爆竹',
];

/** Industries that the tasks name and the arrangement, counted enterprise by enterprise, leaves out (LS). */
export function industryUnarranged(document: PlanDocument): readonly Contradiction[] {
  const arranged = document.paragraphs.filter(
    ({ level, text }) => level === 3 && /^\d+[.．、][^，。；]{2,24}(企业|单位)\d+[家户][；。]?$/.test(text),
  );
  const [first] = arranged;
  const named = document.paragraphs.find(
    ({ text, under }) =>
      under.some((one) => /目标|任务/.test(one)) && /企业[^。；]{0,12}检查/.test(text) && missingIn(text).length > 0,
  );
  if (arranged.length < 2 || first === undefined || named === undefined) return [];
  return [
    {
      about: '行业安排',
      verdict: `任务写了${missingIn(named.text).join('、')}企业，安排里没有`,
      detail: '任务写明要查的行业，没有安排家数。',
      places: [
        sentenceWith(named, /企业[^。；]{0,12}检查/),
        {
          place: first.under.findLast((one) => one !== '') ?? first.place,
          text: arranged.map(({ text }) => text).join(''),
        },
      ],
      mends: ['安排里补上这些行业的家数', '任务里删去这些行业'],
    },
  ];

  function missingIn(text: string): readonly string[] {
    const sentence = text.split(/[。；]/).find((part) => /企业[^。；]{0,12}检查/.test(part)) ?? '';
    return industries.filter((name) => sentence.includes(name) && !arranged.some((item) => item.text.includes(name)));
  }
}
