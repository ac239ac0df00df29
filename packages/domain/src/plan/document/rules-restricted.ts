import type { PlanDocument, Quote } from './document.ts';
import { quotesOf } from './document.ts';
import type { Contradiction } from './rule.ts';

/** What 国办发〔2024〕54号 and what followed it restrict (N-18 to N-21), and what the reform of 2018 moved (GX), by a document's words. */
interface Restriction {
  /** The number of its class. */
  readonly rule: string;
  readonly about: string;
  readonly words: RegExp;
  /** Words in the same sentence that make it lawful. */
  readonly unless?: RegExp;
  readonly verdict: string;
  readonly detail: string;
  readonly mends: readonly string[];
}

const restrictions: Readonly<
  Record<'disguised' | 'gridWorkers' | 'experts' | 'counts' | 'transferred' | 'renamed', Restriction>
> = {
  disguised: {
    rule: 'C-27',
    about: '变相检查',
    words: /督导检查|督查检查|综合督查|综合性督导|督导式|(观摩|考察|调研)检查|暗访暗查/,
    unless: /不得|严禁|禁止|不以/,
    verdict: '把督导、督查、暗访、观摩写成了检查',
    detail: '2024年12月起不得以观摩、督导、考察等名义变相检查（国办发〔2024〕54号）。',
    mends: ['改为行政检查，写清单里的事项', '不是检查的，写明不进企业、不计检查'],
  },
  gridWorkers: {
    rule: 'C-28',
    about: '网格员',
    words: /网格员[^。；]{0,12}(检查|巡查|执法|监管)|网格化(监管|检查|执法)/,
    unless: /网格员不|不得由网格员|只报告/,
    verdict: '网格员不得实施检查',
    detail: '没有执法证件的网格员、辅助人员、临时人员不得检查（国办发〔2024〕54号）。',
    mends: ['写明网格员只报告、不检查', '删去'],
  },
  experts: {
    rule: 'C-29',
    about: '专家',
    words: /专家(独立|单独)?(检查|排查|执法|复查)|(委托|聘请)[^。；]{0,10}(专家|机构)[^。；]{0,6}检查/,
    unless: /专家(协助|参与|配合|随同)|(协助|陪同|会同|指导|在执法人员带领下)[^。；]*专家|专家不得/,
    verdict: '专家不得独立检查',
    detail: '专家和机构只能由执法人员带领协助检查，不得独立检查（国办发〔2024〕54号、应急〔2025〕11号）。',
    mends: ['改为「专家协助执法人员检查」'],
  },
  counts: {
    rule: 'C-30',
    about: '检查指标',
    words:
      /(考评|考核)[^。；]{0,24}(年终|目标|绩效|业绩|检查次数|检查数量|罚款)|(业绩|绩效|目标)[^。；]{0,12}(考评|考核)|(每人|人均|每名)[^。；]{0,12}(检查|执法)[^。；]{0,8}\d+[次家户]/,
    unless: /不(与|得|以|将|作为)[^。；]*(挂钩|考核|考评|指标)|不下达/,
    verdict: '考核与检查挂钩，须写明不以次数、罚款为指标',
    detail: '不得下达检查指标，不得将考核考评、预算绩效与检查频次、罚款数额挂钩（国办发〔2024〕54号）。',
    mends: ['写明「不与检查次数、罚款数额挂钩」', '删去'],
  },
  transferred: {
    rule: 'C-42',
    about: '职业病防治',
    words: /职业病|职业卫生|职业健康/,
    unless: /卫生健康|卫健/,
    verdict: '职业病防治的监管已经划给卫生健康部门',
    detail: '2018年机构改革后，应急管理部门不再承担职业安全健康监督管理职责。',
    mends: ['删去职业病、职业卫生的内容', '写明由卫生健康部门检查，发现线索移送'],
  },
  renamed: {
    rule: 'C-43',
    about: '安全生产监督管理局',
    words: /安监局|安全生产监?督管理局/,
    unless: /原[^。，；]{0,12}安(监|全生产监)|更名|总局/,
    verdict: '安全生产监督管理局已经并入应急管理局',
    detail: '2018年机构改革后是应急管理局；沿用的制度应改用现名。',
    mends: ['改为应急管理局'],
  },
};

type Kind = keyof typeof restrictions;

/** A rule that warns wherever a document uses what one restriction names. */
export function restricted(kind: Kind): (document: PlanDocument) => readonly Contradiction[] {
  return (document) => usesOf(restrictions[kind], quotesOf(document));
}

/** Every restriction that these words run into, with the number of its class. */
export function restrictedIn(quotes: readonly Quote[]): readonly (Contradiction & { readonly rule: string })[] {
  return Object.values(restrictions).flatMap((restriction) =>
    usesOf(restriction, quotes).map((use) => ({ ...use, rule: restriction.rule })),
  );
}

function usesOf(restriction: Restriction, quotes: readonly Quote[]): readonly Contradiction[] {
  const { about, words, unless, verdict, detail, mends } = restriction;
  const places = quotes.flatMap((quote) => {
    const uses = quote.text.split(/(?<=[。；\n])/).filter((text) => words.test(text) && unless?.test(text) !== true);
    return uses.slice(0, 1).map((text) => ({ place: quote.place, text: text.trim() }));
  });
  const once = places.filter(({ text }, at) => places.findIndex((one) => one.text === text) === at);
  return once.length === 0 ? [] : [{ about, verdict, detail, places: once.slice(0, 3), mends }];
}
