import { percentOf } from '@mingchou/domain';
import { Icon } from '../../design/index.ts';
import type { ShownBudget } from './shown-budget.ts';

/** Whether the key inspections reach the bureau's warning line; it never stops anybody. */
export function KeyShareNote({ shown }: { readonly shown: ShownBudget }) {
  const { value } = shown.rules.keyShare;
  if (value === null || shown.content.classes[0].days === null) return null;
  const below = [...shown.check.open, ...shown.check.kept].some((each) =>
    'id' in each ? each.id === 'key-share' : each.finding === 'key-share',
  );
  return (
    <small className={below ? 'tone-soon allocation-note' : 'tone-done allocation-note'}>
      <Icon name={below ? 'triangle' : 'tick'} /> {below ? '低于' : '不低于'}
      {percentOf(value)}（提示线，可改）
    </small>
  );
}
