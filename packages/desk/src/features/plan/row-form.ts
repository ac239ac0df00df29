import type { planRoutes } from '@mingchou/contract';
import { isFraction, noParticulars, particularsOf, type RowParticulars } from '@mingchou/domain';
import type { z } from 'zod';
import type { Values } from '../../form/form-state.ts';
import type { ShownRow } from './shown-plan.ts';

export type RowInput = z.input<typeof planRoutes.addPlanRow.input>['content'];

/** What a person wrote into a row, in the shape the commands take. */
export function contentOf(row: ShownRow): RowInput {
  const { id: _id, no: _no, base: _base, approvedCount: _count, ...content } = row;
  return content;
}

/** An empty row of the plan's year, as the form opens with it. */
export function blankValues(year: number, initiator: string): Values {
  return {
    'content.name': `${year}年双随机抽查计划`,
    'content.selection': 'targeted',
    'content.items': [],
    words: '',
    'content.scope': '',
    'content.sectors': [],
    'content.level': 'all',
    amount: 'percent',
    percent: '',
    count: '',
    'content.ratio.rounding': 'ceil',
    'content.rounds': 1,
    'content.window.from': `${year}-01-01`,
    'content.window.to': `${year}-12-31`,
    'content.initiator': initiator,
    partners: '',
    ...particularValues(noParticulars),
  };
}

export function valuesOf(row: ShownRow): Values {
  const { value } = row.ratio;
  return {
    'content.name': row.name,
    'content.selection': row.selection,
    'content.items': row.items.flatMap((item) => (item.itemId === null ? [] : [item.itemId])),
    words: row.items
      .filter((item) => item.itemId === null)
      .map((item) => item.title)
      .join('；'),
    'content.scope': row.scope,
    'content.sectors': row.sectors,
    'content.level': row.level,
    amount: isFraction(value) ? 'percent' : 'count',
    percent: isFraction(value) ? (value.n * 100) / value.d : '',
    count: isFraction(value) ? '' : value.count,
    'content.ratio.rounding': row.ratio.rounding,
    'content.rounds': row.rounds,
    'content.window.from': row.window.from,
    'content.window.to': row.window.to,
    'content.initiator': row.initiator,
    partners: row.partners.join('、'),
    ...particularValues(particularsOf(row)),
  };
}

interface Listed {
  readonly id: string;
  readonly title: string;
}

/** Puts the typed values into the command's shape; what is not a number stays as typed, so that the schema can say so. */
export function contentFrom(values: Values, items: readonly Listed[], before: ShownRow | undefined): Values {
  const text = (name: string) => String(values[name] ?? '').trim();
  const chosen = Array.isArray(values['content.items']) ? values['content.items'].map(String) : [];
  const listed = items.filter((item) => chosen.includes(item.id)).map(({ id, title }) => ({ itemId: id, title }));
  const written = partsOf(text('words'), /[；;]/).map((title) => ({ itemId: null, title }));
  return {
    name: text('content.name'),
    selection: values['content.selection'],
    items: [...listed, ...written],
    scope: text('content.scope'),
    sectors: values['content.sectors'],
    level: values['content.level'],
    ratio: {
      operator: before?.ratio.operator ?? '=',
      base: before?.ratio.base ?? 'sector-registry',
      value: values['amount'] === 'count' ? { count: values['count'] } : fractionOf(values['percent']),
      rounding: values['content.ratio.rounding'],
      frequency: before?.ratio.frequency ?? null,
    },
    rounds: values['content.rounds'],
    window: { from: text('content.window.from'), to: text('content.window.to') },
    initiator: text('content.initiator'),
    partners: partsOf(text('partners'), /[、，,；;]/),
    particulars: particularsFrom(values),
  };
}

function particularValues(particulars: RowParticulars): Values {
  return {
    'content.particulars.field': particulars.field,
    'content.particulars.origin': particulars.origin,
    'content.particulars.section': particulars.section,
    joinSections: particulars.joinSections.join('、'),
    bodies: particulars.bodies.join('、'),
    'content.particulars.creditRequirement': particulars.creditRequirement,
    'content.particulars.mode': particulars.mode,
    cap: particulars.cap ?? '',
  };
}

function particularsFrom(values: Values): Values {
  const text = (name: string) => String(values[name] ?? '').trim();
  return {
    field: text('content.particulars.field'),
    origin: values['content.particulars.origin'],
    section: text('content.particulars.section'),
    joinSections: partsOf(text('joinSections'), /[、，,；;]/),
    bodies: partsOf(text('bodies'), /[、，,；;]/),
    creditRequirement: text('content.particulars.creditRequirement'),
    mode: text('content.particulars.mode'),
    cap: text('cap') === '' ? null : values['cap'],
  };
}

/** 20 or 12.5 percent as whole numbers: 20/100, 125/1000. */
function fractionOf(percent: unknown): { readonly n: unknown; readonly d: number } {
  const match = /^(\d{1,3})(?:\.(\d{1,3}))?$/.exec(String(percent));
  if (match === null) return { n: percent, d: 100 };
  const [, whole = '', decimals = ''] = match;
  return { n: Number(whole + decimals), d: 100 * 10 ** decimals.length };
}

function partsOf(text: string, separator: RegExp): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
