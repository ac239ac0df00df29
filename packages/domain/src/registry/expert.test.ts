import { expect, test } from 'vitest';
import type { ExpertId } from '../id.ts';
import type { CalendarDate } from '../time.ts';
import { addExpert, changeExpert, evolveExpert, type ExpertRecord, mayAssistOn, withdrawExpert } from './expert.ts';

const today = '2022-04-06' as CalendarDate;
const facts = { sectors: [{ code: 'hazchem' }] };
const record = (more: Partial<ExpertRecord> = {}): ExpertRecord => ({
  name: '何专家',
  organisation: '演示化工设计院',
  field: '化工工艺',
  title: '高级工程师',
  sectors: ['hazchem'],
  appointedUntil: '2023-12-31' as CalendarDate,
  contact: { phone: '13800001234' },
  ...more,
});
const added = (() => {
  const decision = addExpert('e1' as ExpertId, record(), facts);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.value.expert;
})();

test('an expert is entered with a field and the sectors of the policy', () => {
  expect(added).toMatchObject({ version: 1, withdrawn: null });
  expect(addExpert('e2' as ExpertId, record({ sectors: ['fireworks'] }), facts)).toMatchObject({
    refusal: { code: 'sector-unknown', sector: 'fireworks' },
  });
});

test('a change is told field by field, the telephone only as changed', () => {
  const changed = changeExpert(added, record({ field: '电气', contact: { phone: '13900001234' } }), facts);
  expect(changed).toMatchObject({
    value: {
      changes: [
        { field: 'field', from: '化工工艺', to: '电气' },
        { field: 'phone', from: '（个人信息）', to: '（个人信息）' },
      ],
    },
  });
  expect(changeExpert(added, record(), facts)).toMatchObject({ refusal: { code: 'nothing-changed' } });
});

test('an expert may assist until the last day of the appointment, or until he left', () => {
  expect(mayAssistOn(added, '2023-12-31' as CalendarDate)).toBe(true);
  expect(mayAssistOn(added, '2024-01-01' as CalendarDate)).toBe(false);
  const left = withdrawExpert(added, today, '本人申请', today);
  if (!left.ok) throw new Error(left.refusal.code);
  const gone = evolveExpert(added, left.value);
  expect([mayAssistOn(gone, '2022-04-05' as CalendarDate), mayAssistOn(gone, today)]).toEqual([true, false]);
  expect(withdrawExpert(gone, today, '再次', today)).toMatchObject({ refusal: { code: 'expert-withdrawn' } });
  expect(withdrawExpert(added, today, ' ', today)).toMatchObject({ refusal: { code: 'status-reason-missing' } });
  const tomorrow = '2022-04-07' as CalendarDate;
  expect(withdrawExpert(added, tomorrow, '到期', today)).toMatchObject({ refusal: { code: 'status-date-in-future' } });
});
