import { expect, test } from 'vitest';
import type { PersonId, SectionId, SectionReportId } from '../id.ts';
import type { Instant } from '../time.ts';
import { answerReport, reportSection, type SectionReport } from './section-report.ts';

const now = '2022-04-06T02:00:00Z' as Instant;
const section = 'section-wh' as SectionId;
const chief = { personId: 'p1' as PersonId, name: '施核', roles: ['sectionChief'], sectionId: section } as const;
const clerk = { personId: 'p2' as PersonId, name: '何书', roles: ['legalClerk'], sectionId: null } as const;
const part = { id: 'r1' as SectionReportId, sectionId: section, total: 41, priority: 2, digest: 'd1' };
const waiting: SectionReport = {
  ...part,
  reported: { at: now, by: chief.personId, name: chief.name },
  answer: { kind: 'waiting' },
  version: 1,
};
const confirmed: SectionReport = { ...waiting, answer: { kind: 'confirmed', at: now, name: '何书' }, version: 2 };

test('GX-07: a section reports its own part, the legal section any, another section none', () => {
  const facts = { sectionFound: true, last: null };
  expect(reportSection(part, facts, chief, now)).toMatchObject({ value: { report: { total: 41, version: 1 } } });
  expect(reportSection(part, facts, clerk, now)).toMatchObject({ ok: true });
  const other = { ...chief, sectionId: 'section-gm' as SectionId };
  expect(reportSection(part, facts, other, now)).toMatchObject({ refusal: { code: 'not-own-section' } });
  expect(reportSection(part, { ...facts, sectionFound: false }, clerk, now)).toMatchObject({
    refusal: { code: 'section-unknown' },
  });
});

test('GX-07: a part that waits or is confirmed as it stands is not reported again; one that changed is', () => {
  const after = (last: SectionReport, digest = 'd1') =>
    reportSection({ ...part, digest }, { sectionFound: true, last }, chief, now);
  expect(after(waiting)).toMatchObject({ refusal: { code: 'report-waiting', by: '施核' } });
  expect(after(confirmed)).toMatchObject({ refusal: { code: 'report-unchanged' } });
  expect(after(confirmed, 'd2')).toMatchObject({ ok: true });
  const returned: SectionReport = {
    ...waiting,
    answer: { kind: 'returned', at: now, name: '何书', reason: '少2家' },
  };
  expect(after(returned)).toMatchObject({ ok: true });
});

test('GX-07: the bureau confirms or returns with a reason; nobody answers his own report, and none twice', () => {
  expect(answerReport(waiting, { kind: 'confirmed' }, clerk, now)).toMatchObject({
    value: { type: 'section-registry-confirmed' },
  });
  expect(answerReport(waiting, { kind: 'returned', reason: '少2家' }, clerk, now)).toMatchObject({
    value: { answer: { kind: 'returned', reason: '少2家' } },
  });
  expect(answerReport(waiting, { kind: 'returned', reason: ' ' }, clerk, now)).toMatchObject({
    refusal: { code: 'return-reason-missing' },
  });
  expect(answerReport(waiting, { kind: 'confirmed' }, chief, now)).toMatchObject({
    refusal: { code: 'reporter-answers' },
  });
  expect(answerReport(confirmed, { kind: 'confirmed' }, clerk, now)).toMatchObject({
    refusal: { code: 'report-answered' },
  });
});
