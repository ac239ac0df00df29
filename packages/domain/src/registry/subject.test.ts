import { expect, test } from 'vitest';
import type { SectionId, SubjectId } from '../id.ts';
import type { CalendarDate } from '../time.ts';
import { unparticular } from './particulars.ts';
import type { Subject, SubjectRecord } from './subject.ts';
import { standsInBase } from './subject.ts';
import { addSubject, changeSubject, changeSubjectStatus, evolveSubject, type SubjectFacts } from './subject-change.ts';

const today = '2022-04-06' as CalendarDate;
const section = 'section-wh' as SectionId;
const facts = (more: Partial<SubjectFacts> = {}): SubjectFacts => ({
  sectors: [{ code: 'hazchem-trade' }],
  sections: [{ id: section }],
  codeHolder: null,
  today,
  ...more,
});
const record = (more: Partial<SubjectRecord> = {}): SubjectRecord => ({
  ...unparticular,
  grounds: ['high-risk'],
  code: { kind: 'local', text: 'CZ-001', keptReason: null },
  name: '长子县玄字号加油站',
  address: '长子县丹朱镇示例路1号',
  region: '140428',
  sector: 'hazchem-trade',
  priority: 'priority',
  creditGrade: 'B',
  standardisation: 'third',
  sectionId: section,
  contact: { name: '张示例', phone: '13800001234' },
  ...more,
});
const subject = (more: Partial<Subject> = {}): Subject => ({
  ...record(),
  id: 's1' as SubjectId,
  status: { kind: 'in-business', since: null, reason: null },
  version: 1,
  ...more,
});

test('a new object enters the registry in business, at version 1', () => {
  const added = addSubject('s1' as SubjectId, record(), facts());
  expect(added).toMatchObject({
    value: { type: 'subject-added', subject: { version: 1, status: { kind: 'in-business' } } },
  });
});

test('an object whose code another one holds is refused and the holder named', () => {
  const holder = { id: 's0' as SubjectId, name: '长子县天字号精细化工厂' };
  expect(addSubject('s1' as SubjectId, record(), facts({ codeHolder: holder }))).toMatchObject({
    refusal: { code: 'code-taken', holder: '长子县天字号精细化工厂' },
  });
});

test('a sector that the policy does not name is refused, so that the base adds up', () => {
  expect(addSubject('s1' as SubjectId, record({ sector: 'fireworks' }), facts())).toMatchObject({
    refusal: { code: 'sector-unknown', sector: 'fireworks' },
  });
});

test('a name that a draw could not write into its labels is refused', () => {
  for (const name of ['玄字号,加油站', '玄字号"加油站', '玄字号\n加油站', ' ']) {
    expect(addSubject('s1' as SubjectId, record({ name }), facts())).toMatchObject({
      refusal: { code: 'name-not-drawable' },
    });
  }
});

test('a change is told field by field, personal values only as changed', () => {
  const changed = changeSubject(
    subject(),
    record({ address: '长子县丹朱镇示例路2号', contact: { name: '张示例', phone: '13900005678' } }),
    facts(),
  );
  expect(changed).toMatchObject({
    value: {
      changes: [
        { field: 'address', from: '长子县丹朱镇示例路1号', to: '长子县丹朱镇示例路2号' },
        { field: 'contactPhone', from: '（个人信息）', to: '（个人信息）' },
      ],
    },
  });
  expect(JSON.stringify(changed.ok && changed.value.changes)).not.toContain('1380000');
});

test('a change that changes nothing is refused', () => {
  expect(changeSubject(subject(), record(), facts())).toMatchObject({ refusal: { code: 'nothing-changed' } });
});

test('LZ-02: an object is suspended with date and reason and is one version later', () => {
  const before = subject();
  const decision = changeSubjectStatus(
    before,
    { kind: 'suspended', since: '2022-04-01' as CalendarDate, reason: '停产检修' },
    today,
  );
  expect(decision.ok && evolveSubject(before, decision.value)).toMatchObject({
    version: 2,
    status: { kind: 'suspended', since: '2022-04-01', reason: '停产检修' },
  });
});

test('a status without a reason, dated tomorrow, before the last one, or the same again is refused', () => {
  const since = '2022-04-06' as CalendarDate;
  const suspended = subject({ status: { kind: 'suspended', since, reason: '停产检修' } });
  const code = (decision: ReturnType<typeof changeSubjectStatus>) => (decision.ok ? 'ok' : decision.refusal.code);
  expect(code(changeSubjectStatus(subject(), { kind: 'closed', since, reason: '  ' }, today))).toBe(
    'status-reason-missing',
  );
  const tomorrow = '2022-04-07' as CalendarDate;
  expect(code(changeSubjectStatus(subject(), { kind: 'closed', since: tomorrow, reason: '注销' }, today))).toBe(
    'status-date-in-future',
  );
  const march = '2022-03-01' as CalendarDate;
  expect(code(changeSubjectStatus(suspended, { kind: 'in-business', since: march, reason: '复产' }, today))).toBe(
    'status-date-before-last',
  );
  expect(code(changeSubjectStatus(suspended, { kind: 'suspended', since, reason: '检修' }, today))).toBe('status-same');
});

test('what is closed cannot pause, but can come back', () => {
  const closed = subject({ status: { kind: 'closed', since: today, reason: '注销' } });
  expect(changeSubjectStatus(closed, { kind: 'suspended', since: today, reason: '检修' }, today).ok).toBe(false);
  expect(changeSubjectStatus(closed, { kind: 'in-business', since: today, reason: '恢复登记' }, today).ok).toBe(true);
});

test('a pause stays in the base, closing and moving away leave it', () => {
  expect((['in-business', 'suspended', 'closed', 'moved'] as const).map(standsInBase)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
