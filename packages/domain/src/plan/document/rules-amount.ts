import type { PlanDocument, Quote } from './document.ts';
import type { Contradiction } from './rule.ts';
import { lettersOf } from './rule.ts';
import { numberIn, sentenceEnd, wrong } from './rules-sum.ts';

/** 「200日，占比68.96%」: a share that its own numbers do not give (LS-12). */
export function sharesWrong(document: PlanDocument): readonly Contradiction[] {
  return [...sharesOfEachOther(document), ...sharesOfTheYear(document)];
}

function sharesOfEachOther(document: PlanDocument): readonly Contradiction[] {
  return document.paragraphs.flatMap((paragraph) => {
    const pattern = /([^\d，。；：:]{2,16})[：:]?(\d+)[家户日人个][，,]?占比?(\d+(?:\.\d+)?)[%％]/g;
    const found = [...paragraph.text.matchAll(pattern)];
    const total = found.reduce((sum, [, , count]) => sum + Number(count), 0);
    if (found.length < 2 || Math.abs(found.reduce((sum, [, , , share]) => sum + Number(share), 0) - 100) > 0.5)
      return [];
    return found.flatMap(([text, label, count, share]) => {
      const places = share?.split('.')[1]?.length ?? 0;
      const right = ((Number(count) / total) * 100).toFixed(places);
      if (share === undefined || Number(right) === Number(share)) return [];
      const about = lettersOf(label ?? '').replace(/^其中/, '');
      return [
        wrong(
          about,
          `「${about}」的占比应为${right}%，写的是${share}%`,
          `${count}÷${total}＝${right}%。`,
          [
            { place: paragraph.place, text },
            { place: paragraph.place, text: `各项合计${total}` },
          ],
          [`改为${right}%`],
        ),
      ];
    });
  });
}

/** 「1035个工作日，占总工作日的21%」 against the total that the document reckons. */
function sharesOfTheYear(document: PlanDocument): readonly Contradiction[] {
  const total = document.paragraphs.flatMap(({ place, text }) => {
    const formula = text.split(sentenceEnd).find((part) => /总(法定)?工作日[^=＝]*[=＝]/.test(part));
    const value = numberIn(formula?.split(/[=＝]/).at(-1) ?? '');
    return value === undefined || /监督检查工作日\s*[=＝]/.test(formula ?? '') ? [] : [{ value, place }];
  })[0];
  if (total === undefined) return [];
  const pattern = /(\d+)个?工作日(?:（[^（）]*）)?，?占总[^，。；\d]{0,8}?(\d+(?:\.(\d+))?)[%％]/g;
  return document.paragraphs.flatMap(({ place, text }) =>
    [...text.matchAll(pattern)].flatMap(([whole, count = '', share = '', decimals = '']) => {
      const right = ((Number(count) / total.value) * 100).toFixed(decimals.length);
      if (Number(right) === Number(share)) return [];
      return [
        wrong(
          `${count}工作日`,
          `${count}个工作日的占比应为${right}%，写的是${share}%`,
          `${count}÷${total.value}＝${right}%。`,
          [
            { place, text: whole },
            { place: total.place, text: `总工作日${total.value}` },
          ],
          [`改为${right}%`],
        ),
      ];
    }),
  );
}

interface Amount {
  readonly label: string;
  readonly count: string;
  readonly quote: Quote;
}

/** The same amount under the same name with two numbers (LS-11). */
export function amountsDiffer(document: PlanDocument): readonly Contradiction[] {
  const seen = new Map<string, Amount>();
  return document.paragraphs.flatMap((paragraph) =>
    [...namedAmounts(paragraph), ...termsOf(paragraph)].flatMap((amount) => {
      const before = seen.get(amount.label);
      if (before === undefined) seen.set(amount.label, amount);
      if (before === undefined || before.count === amount.count) return [];
      return [
        wrong(
          amount.label,
          `「${amount.label}」两处数字不一`,
          `一处${before.count}，一处${amount.count}。`,
          [before.quote, amount.quote],
          [`都写${before.count}`, `都写${amount.count}`],
        ),
      ];
    }),
  );
}

/** 「非执法工作日：1242」, 「其他执法工作日（2469个工作日）」. */
function namedAmounts({ place, text }: Quote): readonly Amount[] {
  const pattern = /([\u4e00-\u9fa5]{1,8}(?:工作日|企业|单位|对象))(?:共|：|（)?(\d+)(?:个?工作日|[家户日]|$)(?![×*])/g;
  return [...text.matchAll(pattern)].map(([whole, name = '', count = '']) => ({
    label: name.replace(/^(其中|列入|本年度|我局|[省市区县]应急局)/, ''),
    count,
    quote: { place, text: whole },
  }));
}

/** 「甲－乙－丙＝9－4－3＝2」: the terms of one side are the amounts of the other's names, one by one. */
function termsOf({ place, text }: Quote): readonly Amount[] {
  return text.split(sentenceEnd).flatMap((sentence) => {
    const sides = sentence.split(/[=＝]/).map((side) => side.split(/[＋+－\-]/).map((term) => term.trim()));
    return sides.flatMap((names, at) => {
      const numbers = sides[at + 1] ?? [];
      const named = names.length > 1 && names.every((name) => /^[\u4e00-\u9fa5]+工作日$/.test(name));
      if (!named || numbers.length !== names.length || !numbers.every((number) => /^\d+[日天]?$/.test(number)))
        return [];
      return names.map((name, index) => ({
        label: name,
        count: (numbers[index] ?? '').replace(/[日天]$/, ''),
        quote: { place, text: `${names.join('－')}＝${numbers.join('－')}` },
      }));
    });
  });
}
