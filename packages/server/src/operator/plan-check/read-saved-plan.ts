import { factsOfSaved, savedPlan, speakChinese } from '@mingchou/contract';
import type { PlanFacts } from '@mingchou/domain';
import { z } from 'zod';

/** Reads a 计划文件. Throws with the place, by line and column or by name, where it is none. */
export function readSavedPlan(text: string): PlanFacts {
  speakChinese();
  const read = savedPlan.safeParse(parsed(text));
  if (read.success) return factsOfSaved(read.data);
  const wrong = read.error.issues.slice(0, 3).map(({ path, message }) => `${placeOf(path)}：${message}`);
  const more = read.error.issues.length > 3 ? `，另有${read.error.issues.length - 3}处` : '';
  throw new Error(`不是计划文件，或内容写错：${wrong.join('；')}${more}`);
}

/** The form of a 计划文件 as a JSON Schema. */
export function schemaOfSavedPlan(): string {
  return JSON.stringify(z.toJSONSchema(savedPlan, { io: 'input' }), null, 2);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const before = text.slice(0, at === undefined ? text.length : Number(at)).split('\n');
    throw new Error(`不是 JSON：第${before.length}行第${(before.at(-1)?.length ?? 0) + 1}个字处写错`);
  }
}

/** plan.rows.1.window.from as 「plan.rows 第2项 window.from」. */
function placeOf(path: readonly PropertyKey[]): string {
  const words = path.map((part) => (typeof part === 'number' ? ` 第${part + 1}项 ` : String(part)));
  return (
    words
      .join('.')
      .replace(/\.? (第\d+项) \.?/g, ' $1 ')
      .trim() || '文件'
  );
}
