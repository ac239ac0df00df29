import type { BudgetSource } from './source.ts';

function* textsOf(source: BudgetSource): Generator<string> {
  for (const { lines } of source.parts) {
    for (const line of lines) {
      const said = line.filter(({ text }) => text.trim() !== '');
      const [only] = said;
      if (said.length === 1 && only !== undefined) yield only.text.trim();
    }
  }
}

/** The first line that calls itself a plan or a budget and is no sentence. */
export function titleOf(source: BudgetSource): string | undefined {
  for (const text of textsOf(source)) {
    const title =
      /《([^《》]{4,60}(?:计划|测算表?))》/.exec(text)?.[1] ?? /^[^。；;：:，,]{4,60}(?:计划|测算表?)$/.exec(text)?.[0];
    if (title !== undefined) return title;
  }
  return undefined;
}

/** 某应急发〔2023〕1号 in a line of its own. */
export function numberOf(source: BudgetSource): string | undefined {
  for (const text of textsOf(source)) {
    const number = /^[\u4e00-\u9fa5]{2,14}〔\d{4}〕\d{1,4}号$/.exec(text)?.[0];
    if (number !== undefined) return number;
  }
  return undefined;
}
