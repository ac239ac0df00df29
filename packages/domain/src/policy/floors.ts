import type { DayCount } from '../calendar/index.ts';
import { capsWithin } from './cap.ts';
import { nationalDefaults } from './defaults.ts';
import type { PolicyKey, PolicyValues } from './values.ts';

/** 不能用规则改掉的底线: they hold whatever a profile says. */
export const hardFloors = [
  { code: 'two-certified-inspectors', text: '每次检查至少2名持有效执法证件的执法人员' },
  { code: 'certificate-shown', text: '检查时出示执法证件' },
  { code: 'recusal-possible', text: '当事人和执法人员都可以申请回避' },
  { code: 'draw-log-immutable', text: '抽签记录不能修改' },
  { code: 'finished-draw-kept', text: '已开签的抽签不能删除，只能作废并公开' },
  { code: 'record-signed', text: '检查记录由双方签字，拒签的注明' },
  { code: 'item-published', text: '未公布的事项不得检查' },
  { code: 'personal-data-redacted', text: '公开内容隐去个人信息' },
] as const;

function notLonger(value: DayCount, bound: DayCount): boolean {
  // n calendar days always end before n workdays, never after; the other way round nothing is certain.
  if (value.unit === bound.unit || value.unit === 'calendar') return value.n <= bound.n;
  return false;
}

type NoLaxer = { readonly [K in PolicyKey]?: (value: PolicyValues[K], bound: PolicyValues[K]) => boolean };

/** The keys of which a lower layer may only make a higher one stricter, and how to tell. */
const noLaxer: NoLaxer = {
  'team.minInspectors': (value, bound) => value >= bound,
  'inspector.eligibility': (value) => value.certificate,
  'recusal.covers': (value, bound) => bound.every((covered) => value.includes(covered)),
  'disclosure.normal.deadline': notLonger,
  // N-19: the province's caps bind every bureau and every task; the law itself sets no number.
  'frequency.cap': capsWithin,
};

/** Whether a value keeps within the one of a higher layer; keys without an order are free. */
export function keepsWithin<K extends PolicyKey>(key: K, value: PolicyValues[K], bound: PolicyValues[K]): boolean {
  return noLaxer[key]?.(value, bound) ?? true;
}

/** Whether a value keeps what the law asks of every bureau. */
export function keepsLaw<K extends PolicyKey>(key: K, value: PolicyValues[K]): boolean {
  return keepsWithin(key, value, nationalDefaults[key].value);
}
