const acts = ['生产', '储存', '使用', '经营', '运输', '销售'] as const;
const act = `(?:${acts.join('|')})`;

/** 生产经营单位 alone is every employer; after a product it is who makes and trades it. */
const everyUnit = /(?<![品物油气料药竹])(?:生产经营(?:单位|活动|主体))|安全生产|生产安全/g;

/** The acts that a wording names, without 安全生产 and 生产经营单位, which name none. */
export function actsIn(text: string): readonly string[] {
  const rest = text.replace(everyUnit, '');
  return acts.filter((one) => rest.includes(one));
}

/** 「危险化学品经营、储存企业」: a class of units by product and acts. */
export interface UnitClass {
  readonly product: string;
  readonly acts: readonly string[];
  /** As written after the product: 「经营、储存企业」. */
  readonly rest: string;
}

const unit = new RegExp(
  `([\\u4e00-\\u9fa5]{2,12}?[品物油气料药竹])的?(${act}(?:[、和及]?${act})*)(?:（[^（）]*）)?(?:企业|单位|经营者)`,
  'g',
);
const leading = /^.*(?:辖区内|第[一二三四五六]类|一般|重点|全[省市区县]|各类|有关|对|和|及|的|与|或)/;

/** Every class of units that a text names. */
export function unitsIn(text: string): readonly UnitClass[] {
  return [...text.matchAll(unit)].map(([whole, product = '', named = '']) => ({
    product: product.replace(leading, ''),
    acts: acts.filter((one) => named.includes(one)),
    rest: whole.slice(product.length),
  }));
}
