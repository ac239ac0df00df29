import { readFileSync } from 'node:fs';
import path from 'node:path';
import { exchangeRoutes, policyProfile, policyRoutes, registryRoutes as routes } from '@mingchou/contract';
import { checkCharacterOf, type SubjectId } from '@mingchou/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../src/shell/client.ts';
import { type TestBureau, testBureau } from './harness.ts';

const sample = path.resolve(import.meta.dirname, '../../../samples/policies/zz.json');
let bureau: TestBureau;
let clerk: Client;
let chief: Client;
beforeAll(async () => {
  bureau = await testBureau({ now: '2022-03-21T01:00:00Z' });
  clerk = await bureau.as('何书');
  const profile = policyProfile.parse(JSON.parse(readFileSync(sample, 'utf8')));
  const clause = { source: '演示局名录管理办法', place: '第三条', verified: true };
  const own = { ...profile.own, 'registry.approval': { value: 'section-chiefs' as const, clause } };
  await clerk.mustSend(policyRoutes.adoptPolicy, { version: 0, profile: { ...profile, own } });
  chief = await bureau.as('施核');
});
afterAll(() => bureau.close());

let serial = 7_000;
const fields = (more: object = {}) => {
  const first17 = `91140428XX${String((serial += 1)).padStart(7, '0')}`;
  return {
    ...{ name: '长子县玄字号加油站', codeKind: 'credit' as const, code: first17 + checkCharacterOf(first17) },
    ...{ address: '长子县示例路1号', region: null, sector: 'hazchem-trade', priority: 'ordinary' as const },
    ...{ creditGrade: null, standardisation: null, sectionId: null, contactPhone: '13800001234' },
    ...more,
  };
};
const waiting = async () => (await clerk.mustAsk(routes.listSubjectRequests, {})).rows;
const only = async () => {
  const [request, ...rest] = await waiting();
  if (request === undefined || rest.length > 0) throw new Error('not exactly one request');
  return request;
};

test('a section’s new object waits; another person approves it, and the history names both', async () => {
  const asked = await chief.mustSend(routes.addSubject, fields());
  expect(asked).toMatchObject({ pending: true, version: 0 });
  expect((await clerk.mustAsk(routes.listSubjects, {})).total).toBe(0);
  const request = await only();
  expect(request).toMatchObject({ kind: 'add', asked: { name: '施核' } });
  expect(request.changes).toContainEqual({ field: '行业类别', from: null, to: '危化经营' });
  expect(JSON.stringify(request)).not.toContain('1380000');
  expect(JSON.stringify(await bureau.sql('select input from subject_request'))).not.toContain('1380000');
  await clerk.mustSend(routes.answerSubjectRequest, { id: request.id, answer: 'approved' });
  const shown = await clerk.mustAsk(routes.showSubject, { id: asked.id });
  expect(shown).toMatchObject({ contact: { phone: '138****1234' }, history: [{ by: '施核', approvedBy: '何书' }] });
  const left = await bureau.sql('select sealed from registry_contact where record_id = $1', [request.id]);
  expect(left).toEqual([{ sealed: null }]);
  const logged = await bureau.sql('select event_type, actor_name from audit_entry order by entry_id desc limit 3');
  expect(logged.map((entry) => [entry['event_type'], entry['actor_name']])).toEqual([
    ['subject-request-approved', '何书'],
    ['subject-added', '何书'],
    ['subject-change-asked', '施核'],
  ]);
});

test('a status change is declined with a reason and changes nothing; a second request waits its turn', async () => {
  const { id } = await clerk.mustSend(routes.addSubject, fields({ name: '长子县黄字号加油站' }));
  const stop = { id, version: 1, status: 'suspended' as const, since: '2022-03-20', reason: '停产检修' };
  await chief.mustSend(routes.changeSubjectStatus, stop);
  expect(await chief.send(routes.changeSubjectStatus, stop)).toMatchObject({ refusal: { code: 'request-waiting' } });
  const request = await only();
  expect(await chief.send(routes.answerSubjectRequest, { id: request.id, answer: 'approved' })).toMatchObject({
    status: 403,
  });
  expect(await clerk.send(routes.answerSubjectRequest, { id: request.id, answer: 'declined' })).toMatchObject({
    refusal: { code: 'decline-reason-missing' },
  });
  const declined = { id: request.id, answer: 'declined' as const, reason: '没有停产报告' };
  await clerk.mustSend(routes.answerSubjectRequest, declined);
  expect(await clerk.mustAsk(routes.showSubject, { id })).toMatchObject({
    ...{ version: 1, waiting: null, status: { kind: 'in-business' } },
  });
});

test('what was asked against an older registration is not approved', async () => {
  const known = fields({ name: '长子县宇字号加油站' });
  const { id } = await clerk.mustSend(routes.addSubject, known);
  const change = (address: string) => ({ ...known, address, contactPhone: undefined, id, version: 1, reason: '迁址' });
  await chief.mustSend(routes.changeSubject, change('示例路2号'));
  await clerk.mustSend(routes.changeSubject, change('示例路3号'));
  const request = await only();
  expect(await clerk.send(routes.answerSubjectRequest, { id: request.id, answer: 'approved' })).toMatchObject({
    ...{ status: 409, refusal: { code: 'request-outdated', facts: { by: '何书' } } },
  });
});

test('a list tried by a section is imported by the legal section only', async () => {
  const csv = `企业名称,统一社会信用代码,行业类别,地址\n长子县宙字号加油站,${fields().code},危化经营,示例路1号\n`;
  const file = { target: 'subject' as const, fileName: '名录.csv', base64: Buffer.from(csv).toString('base64') };
  const { id } = await chief.mustSend(exchangeRoutes.dryRunImport, file);
  const confirm = { dryRunId: id, mode: 'all-or-nothing' as const };
  expect(await chief.send(exchangeRoutes.confirmImport, confirm)).toMatchObject({
    refusal: { code: 'import-needs-approval' },
  });
  expect(await clerk.mustSend(exchangeRoutes.confirmImport, confirm)).toMatchObject({ new: 1 });
  const { rows } = await clerk.mustAsk(routes.listSubjects, { search: '宙字号' });
  const { history } = await clerk.mustAsk(routes.showSubject, { id: rows[0]?.id ?? ('' as SubjectId) });
  expect(history).toMatchObject([{ by: '何书', reason: '导入' }]);
});
