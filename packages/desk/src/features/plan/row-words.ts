import { originTerms, roundingTerms, selectionTerms } from '@mingchou/domain';
import type { ShownPlan } from './shown-plan.ts';

/** What the fields of a row are called, by their place in the command's input. */
export const names = {
  'content.name': '抽查任务名称',
  'content.selection': '抽查类型',
  'content.items': '抽查事项',
  'content.scope': '{subject}范围',
  'content.sectors': '行业类别',
  'content.level': '重点或一般',
  'content.ratio.value': '抽查比例',
  'content.ratio.rounding': '取整',
  'content.rounds': '轮次',
  'content.window.from': '抽查开始',
  'content.window.to': '抽查结束',
  'content.initiator': '发起部门',
  partners: '配合部门',
  words: '清单以外的事项',
  amount: '抽取多少',
  percent: '抽查比例',
  count: '抽取家数',
  'content.particulars.field': '抽查领域',
  'content.particulars.origin': '任务来源',
  'content.particulars.section': '责任{section}',
  joinSections: '参与{section}',
  bodies: '检查主体',
  'content.particulars.creditRequirement': '信用风险分类要求',
  'content.particulars.mode': '抽查检查模式',
  cap: '年度检查上限',
};

/** The names of everything that is chosen and not typed. */
export function wordsOf({ items, sectors }: ShownPlan): Readonly<Record<string, string>> {
  return {
    ...roundingTerms,
    ...selectionTerms,
    ...originTerms,
    ...{ all: '全部', priority: '只抽重点企业', ordinary: '只抽一般企业', percent: '按比例', count: '定家数' },
    ...Object.fromEntries(items.map((item) => [item.id, item.title])),
    ...Object.fromEntries(sectors.map((sector) => [sector.code, sector.label])),
  };
}
