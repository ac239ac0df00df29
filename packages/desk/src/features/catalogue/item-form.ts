import type { ItemView } from '@mingchou/contract';
import { basisFrom, basisText } from '@mingchou/domain';
import { pointLines, pointsFrom } from './point-line.ts';
import { phraseFrom, ratioValues } from './ratio-field.ts';
import type { Values } from '../../form/form-state.ts';

export const blankItem: Values = {
  'content.dutyItem': '',
  'content.title': '',
  points: '',
  'content.subjects': '',
  'content.category': 'ordinary',
  'content.methods': ['查阅资料', '现场检查'],
  ...ratioValues(''),
  'content.department': '县级应急管理部门',
  'content.tier': '县级',
  bases: '',
  'content.liability': '',
  'content.sectors': [],
};

export function valuesOfItem(item: ItemView): Values {
  return {
    'content.dutyItem': item.dutyItem,
    'content.title': item.title,
    points: pointLines(item.checkItems),
    'content.subjects': item.subjects,
    'content.category': item.category,
    'content.methods': item.methods,
    ...ratioValues(item.ratioAndFrequency),
    'content.department': item.department,
    'content.tier': item.tier,
    bases: item.legalBases.map(basisText).join('\n'),
    'content.liability': item.liability,
    'content.sectors': item.sectors,
  };
}

const linesOf = (value: unknown): readonly string[] =>
  String(value ?? '')
    .split('\n')
    .map((line) => line.trim().replace(/^\d+[.．、]\s*/, ''))
    .filter((line) => line !== '');

export function contentFromValues(values: Values): Values {
  const text = (name: string) => String(values[`content.${name}`] ?? '').trim();
  return {
    dutyItem: text('dutyItem'),
    title: text('title'),
    checkItems: pointsFrom(String(values['points'] ?? '')),
    subjects: text('subjects'),
    category: values['content.category'],
    methods: values['content.methods'],
    ratioAndFrequency: phraseFrom(values),
    department: text('department'),
    tier: text('tier'),
    legalBases: linesOf(values['bases']).map(basisFrom),
    liability: text('liability'),
    sectors: values['content.sectors'],
  };
}
