import { registryRoutes as routes } from '@mingchou/contract';
import { type CalendarDate, checkCharacterOf, type SubjectId } from '@mingchou/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  baseCounts,
  conflictsForDraw,
  inspectorsForDraw,
  rereadNames,
  subjectsForDraw,
} from '../src/modules/registry/index.ts';
import type { Client } from '../src/shell/client.ts';
import { inRead, inTx, type TestBureau, testBureau } from './harness.ts';
import { adoptSamplePolicy } from './harness/policy.ts';

let bureau: TestBureau;
let clerk: Client;
beforeAll(async () => {
  bureau = await testBureau({ now: '2022-03-21T01:00:00Z' });
  clerk = await bureau.as('何书');
  await adoptSamplePolicy(clerk, 'zz');
});
afterAll(() => bureau.close());

let serial = 100;
const codeOf = (n: number) => {
  const first17 = `91140428XX${String(n).padStart(7, '0')}`;
  return first17 + checkCharacterOf(first17);
};
const fields = (more: object = {}) => ({
  name: '长子县玄字号加油站',
  codeKind: 'credit' as const,
  code: codeOf((serial += 1)),
  address: '长子县丹朱镇示例路1号',
  region: '140428',
  sector: 'hazchem-trade',
  priority: 'priority' as const,
  grounds: ['high-risk' as const],
  creditGrade: 'B' as const,
  standardisation: null,
  sectionId: null,
  ...more,
});
const person = (more: object = {}) => ({
  name: '赵一',
  certificateNo: `14042822${(serial += 1)}`,
  issuer: '山西省人民政府',
  expiresOn: '2024-12-31',
  employment: 'administrative' as const,
  sectionId: null,
  qualifications: ['hazchem-trade'],
  cap: 4,
  ...more,
});

test('an object is added, and its history begins with who added it', async () => {
  const { id } = await clerk.mustSend(routes.addSubject, fields());
  const shown = await clerk.mustAsk(routes.showSubject, { id });
  expect(shown).toMatchObject({ name: '长子县玄字号加油站', sectorName: '危化经营', status: { kind: 'in-business' } });
  expect(shown.history).toMatchObject([{ version: 1, by: '何书', changes: [] }]);
  const logged = await bureau.sql('select event_type, event from audit_entry where aggregate_id = $1', [id]);
  expect(logged).toMatchObject([{ event_type: 'subject-added' }]);
});

test('a wrong check character is refused with the right one and kept with a reason', async () => {
  const right = codeOf((serial += 1));
  const wrong = `${right.slice(0, 17)}${right.endsWith('1') ? '2' : '1'}`;
  const refused = await clerk.send(routes.addSubject, fields({ code: wrong }));
  expect(refused).toMatchObject({
    status: 422,
    refusal: { code: 'code-check-character', facts: { expected: right.slice(-1) } },
  });
  const { id } = await clerk.mustSend(routes.addSubject, fields({ code: wrong, codeKeptReason: '按执照保留' }));
  expect(await clerk.mustAsk(routes.showSubject, { id })).toMatchObject({ codeKeptReason: '按执照保留' });
});

test('one code stands once: also when two people add it at the same moment', async () => {
  const taken = fields();
  const [first, second] = await Promise.all([
    clerk.send(routes.addSubject, taken),
    (await bureau.as('施核')).send(routes.addSubject, { ...taken, name: '长子县黄字号加油站' }),
  ]);
  const refused = [first, second].filter((one) => !one.ok);
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatchObject({ status: 409, refusal: { code: 'code-taken' } });
});

test('a change is written field by field in words, and an older page is told who was faster', async () => {
  const input = fields();
  const { id } = await clerk.mustSend(routes.addSubject, input);
  const chief = await bureau.as('施核');
  const moved = { ...input, id, version: 1, address: '长子县丹朱镇示例路2号', reason: '迁址' };
  await chief.mustSend(routes.changeSubject, moved);
  const { history } = await clerk.mustAsk(routes.showSubject, { id });
  expect(history[0]).toMatchObject({
    by: '施核',
    reason: '迁址',
    changes: [{ field: '地址', from: '长子县丹朱镇示例路1号', to: '长子县丹朱镇示例路2号' }],
  });
  const late = await clerk.send(routes.changeSubject, { ...moved, address: '示例路3号' });
  expect(late).toMatchObject({
    status: 409,
    refusal: { code: 'stale', message: expect.stringContaining('施核在09:00改过') },
  });
});

test('LZ-02: an object is suspended with date and reason; a date after today is refused', async () => {
  const { id } = await clerk.mustSend(routes.addSubject, fields());
  const suspend = { id, version: 1, status: 'suspended' as const, since: '2022-03-15', reason: '停产检修' };
  const early = await clerk.send(routes.changeSubjectStatus, { ...suspend, since: '2022-03-22' });
  expect(early).toMatchObject({ status: 422, refusal: { code: 'status-date-in-future' } });
  await clerk.mustSend(routes.changeSubjectStatus, suspend);
  expect(await clerk.mustAsk(routes.showSubject, { id })).toMatchObject({
    status: { kind: 'suspended', since: '2022-03-15', reason: '停产检修' },
    history: [{ changes: [{ field: '状态', from: '在业', to: '停产停业' }] }, {}],
  });
});

test('S26: a telephone stands masked, is shown on request, and the request is on record without the number', async () => {
  const { id } = await clerk.mustSend(
    routes.addSubject,
    fields({ contactName: '张示例', contactPhone: '13800001234' }),
  );
  const shown = await clerk.mustAsk(routes.showSubject, { id });
  expect(shown.contact).toEqual({ name: '张**', phone: '138****1234' });
  const revealed = await clerk.mustSend(routes.revealContact, { of: 'subject', id });
  expect(revealed.values).toContainEqual({ field: 'contactPhone', value: '13800001234' });
  const logged = await bureau.sql('select event::text from audit_entry where aggregate_id = $1', [id]);
  expect(logged).toHaveLength(2);
  const stored = await bureau.sql('select state::text, changes::text from registry_change where record_id = $1', [id]);
  expect(JSON.stringify([logged, stored])).not.toContain('13800001234');
  const auditor = await bureau.as('纪检');
  expect(await auditor.send(routes.revealContact, { of: 'subject', id })).toMatchObject({ status: 403 });
});

test('a form that leaves the masked telephone alone keeps it', async () => {
  const input = fields({ contactPhone: '13800001234' });
  const { id } = await clerk.mustSend(routes.addSubject, input);
  const { contactPhone: _, ...rest } = input as typeof input & { contactPhone: string };
  await clerk.mustSend(routes.changeSubject, { ...rest, id, version: 1, name: '长子县宇字号加油站', reason: '更名' });
  const revealed = await clerk.mustSend(routes.revealContact, { of: 'subject', id });
  expect(revealed.values).toEqual([{ field: 'contactPhone', value: '13800001234' }]);
});

test('the list is searched by name, first letters and the end of a code, and knows no SQL', async () => {
  const input = fields({ name: '长子县盈字号精细化工厂', sector: 'hazchem-production' });
  await clerk.mustSend(routes.addSubject, input);
  const found = async (search: string) =>
    (await clerk.mustAsk(routes.listSubjects, { search, size: 100 })).rows.map((row) => row.name);
  for (const search of ['盈字号', 'yzhjxhg', 'yingzihao', input.code.slice(-5), input.code.slice(-5).toLowerCase()]) {
    expect(await found(search)).toContain('长子县盈字号精细化工厂');
  }
  for (const search of ['%', '_', "' or 1=1 --", '\\']) expect(await found(search)).toEqual([]);
});

test('the list is paged, filtered and sorted on the server; an unknown sort does not reach the database', async () => {
  const all = await clerk.mustAsk(routes.listSubjects, { size: 2, page: 2, sort: 'name', order: 'desc' });
  expect(all.rows).toHaveLength(2);
  expect(all.total).toBeGreaterThan(4);
  const suspended = await clerk.mustAsk(routes.listSubjects, { status: 'suspended' });
  expect(suspended.rows.every((row) => row.status.kind === 'suspended')).toBe(true);
  await clerk.mustAsk(routes.listSubjects, { sort: 'name; drop table subject' });
});

test('ZZ-04: the base is read as of any date, and closing takes an object out of it', async () => {
  const other = await bureau.addBureau('linzi', '淄博市临淄区应急管理局');
  const clerkThere = await other.as('何书');
  await adoptSamplePolicy(clerkThere, 'zz');
  other.clock.set('2022-03-01T01:00:00Z');
  const { id } = await clerkThere.mustSend(routes.addSubject, fields());
  await clerkThere.mustSend(routes.addSubject, fields({ sector: 'coal' }));
  other.clock.set('2022-03-05T01:00:00Z');
  await clerkThere.mustSend(routes.changeSubjectStatus, {
    ...{ id, version: 1, status: 'closed' as const },
    ...{ since: '2022-03-05', reason: '注销' },
  });
  const textOn = async (asOf?: string) => (await clerkThere.mustAsk(routes.showBase, { asOf })).text;
  expect(await textOn()).toBe('1家＝1煤矿＋0洗储煤＋0危化生产＋0危化经营＋0工贸');
  expect(await textOn('2022-03-04')).toBe('2家＝1煤矿＋0洗储煤＋0危化生产＋1危化经营＋0工贸');
  expect(await textOn('2022-02-28')).toBe('0家＝0煤矿＋0洗储煤＋0危化生产＋0危化经营＋0工贸');
  const then = await clerkThere.mustAsk(routes.listSubjects, { asOf: '2022-03-04', sector: 'hazchem-trade' });
  expect(then.rows).toMatchObject([{ status: { kind: 'in-business' }, version: 1 }]);
  other.clock.set('2022-03-21T01:00:00Z');
});

test('a bureau sees only its own', async () => {
  const { id } = await clerk.mustSend(routes.addSubject, fields());
  const stranger = await (await bureau.addBureau('yanshi', '洛阳市偃师区应急管理局')).as('何书');
  expect(await stranger.ask(routes.showSubject, { id })).toMatchObject({ status: 404 });
  const change = { id, version: 1, status: 'closed' as const, since: '2022-03-01', reason: '注销' };
  expect(await stranger.send(routes.changeSubjectStatus, change)).toMatchObject({ status: 404 });
  expect((await stranger.mustAsk(routes.listSubjects, {})).total).toBe(0);
});

test('YS-04: an inspector is listed with what speaks against him on the day', async () => {
  await clerk.mustSend(routes.addInspector, person({ name: '钱二', expiresOn: '2022-03-20' }));
  await clerk.mustSend(routes.addInspector, person({ name: '李四', employment: 'auxiliary' }));
  const { rows } = await clerk.mustAsk(routes.listInspectors, { size: 100 });
  const whyNot = (name: string) => rows.find((row) => row.name === name)?.ineligible;
  expect(whyNot('钱二')).toEqual(['执法证已于2022-03-20到期']);
  expect(whyNot('李四')).toEqual(['编外人员只能协助']);
});

test('an inspector goes off duty and comes back, with the reason in the history', async () => {
  const { id } = await clerk.mustSend(routes.addInspector, person());
  const away = { id, version: 1, duty: 'off-duty' as const, since: '2022-03-21', reason: '借调省厅' };
  await clerk.mustSend(routes.changeInspectorDuty, away);
  expect(await clerk.mustAsk(routes.showInspector, { id })).toMatchObject({
    ineligible: ['2022-03-21起离岗：借调省厅'],
    history: [{ reason: '借调省厅', changes: [{ field: '在岗', from: '在岗', to: '离岗' }] }, {}],
  });
  expect(await clerk.send(routes.changeInspectorDuty, away)).toMatchObject({ status: 409, refusal: { code: 'stale' } });
  await clerk.mustSend(routes.changeInspectorDuty, { ...away, version: 2, duty: 'on-duty', reason: '返回' });
});

test('GX-04: an inspector declares his own conflict, not another one, and cannot take it back himself', async () => {
  const { id: own } = await clerk.mustSend(routes.addInspector, person());
  const { id: other } = await clerk.mustSend(routes.addInspector, person({ name: '蒋十二' }));
  const { id: subjectId } = await clerk.mustSend(routes.addSubject, fields());
  await bureau.linkInspector('赵一', own);
  const zhao = await bureau.as('赵一');
  const relation = { subjectId, kind: 'past-employment' as const, reason: '曾在该企业任职' };
  expect(await zhao.send(routes.declareConflict, { ...relation, inspectorId: other })).toMatchObject({
    refusal: { code: 'not-own-conflict' },
  });
  const { id } = await zhao.mustSend(routes.declareConflict, { ...relation, inspectorId: own });
  expect(await clerk.send(routes.declareConflict, { ...relation, inspectorId: own })).toMatchObject({
    refusal: { code: 'conflict-already-declared' },
  });
  expect(await zhao.send(routes.withdrawConflict, { id, version: 1, reason: '没有了' })).toMatchObject({ status: 403 });
  await clerk.mustSend(routes.withdrawConflict, { id, version: 1, reason: '登记有误' });
  const listed = await clerk.mustAsk(routes.listConflicts, { subjectId, withdrawn: 'true' });
  expect(listed.rows).toMatchObject([{ withdrawn: { by: '何书', reason: '登记有误' } }]);
  expect((await clerk.mustAsk(routes.listConflicts, { subjectId })).total).toBe(0);
});

test('the auditor reads and changes nothing', async () => {
  const auditor = await bureau.as('纪检');
  await auditor.mustAsk(routes.listSubjects, {});
  expect(await auditor.send(routes.addSubject, fields())).toMatchObject({ status: 403 });
  const nobody = '00000000-0000-7000-8000-000000000000' as SubjectId;
  expect(await auditor.ask(routes.showSubject, { id: nobody })).toMatchObject({ status: 404 });
});

test('the draw is given every object of its sectors with its standing, and every inspector with what speaks against him', async () => {
  const house = await bureau.addBureau('gaoxin', '淄博高新区安监局');
  const there = await house.as('何书');
  await adoptSamplePolicy(there, 'zz');
  const first = await there.mustSend(routes.addSubject, fields({ code: codeOf(9_002), name: '长子县乙加油站' }));
  const second = await there.mustSend(routes.addSubject, fields({ code: codeOf(9_001), name: '长子县甲加油站' }));
  await there.mustSend(routes.addSubject, fields({ sector: 'coal' }));
  await there.mustSend(routes.changeSubjectStatus, {
    ...{ id: first.id, version: 1, status: 'suspended' as const },
    ...{ since: '2022-03-15', reason: '停产检修' },
  });
  const good = await there.mustSend(routes.addInspector, person({ certificateNo: '14042829001' }));
  await there.mustSend(routes.addInspector, person({ certificateNo: '14042829000', employment: 'auxiliary' }));
  const relation = { kind: 'kin' as const, reason: '配偶任该企业会计' };
  await there.mustSend(routes.declareConflict, { ...relation, inspectorId: good.id, subjectId: second.id });

  const given = await inRead(house.database, house.bureauId, async (db) => ({
    subjects: await subjectsForDraw(db, { sectors: ['hazchem-trade', 'hazchem-production'] }),
    inspectors: await inspectorsForDraw(db, '2022-04-06' as CalendarDate),
    conflicts: await conflictsForDraw(db),
    counts: await baseCounts(db),
  }));
  expect(given.subjects).toMatchObject([
    { code: codeOf(9_001), name: '长子县甲加油站', status: 'in-business' },
    { code: codeOf(9_002), status: 'suspended', statusReason: '停产检修', statusSince: '2022-03-15' },
  ]);
  expect(given.inspectors).toMatchObject([
    { code: '14042829000', whyNot: [{ code: 'assists-only' }] },
    { code: '14042829001', whyNot: [], qualifications: ['hazchem-trade'], cap: 4 },
  ]);
  expect(given.conflicts).toMatchObject([{ subjectCode: codeOf(9_001), inspectorCode: '14042829001' }]);
  expect(given.counts).toEqual([
    { sector: 'coal', level: 'priority', count: 1 },
    { sector: 'hazchem-trade', level: 'priority', count: 2 },
  ]);
});

test('N-07: the particulars of an object are kept, a new name leaves the old one as 曾用名, and the past shows neither', async () => {
  const input = fields({
    kind: 'mine',
    location: '112.884400,36.119800',
    industry: 'b061',
    gradeSource: '市场监管局',
    gradeOn: '2022-03-01',
  });
  const { id } = await clerk.mustSend(routes.addSubject, input);
  await clerk.mustSend(routes.changeSubject, { ...input, id, version: 1, name: '长子县改名煤矿', reason: '更名' });
  expect(await clerk.mustAsk(routes.showSubject, { id })).toMatchObject({
    kind: 'mine',
    formerNames: [input.name],
    location: '112.884400,36.119800',
    industry: 'B061',
    industryMeaning: { text: '代码表里没有，代码表可能不全', question: true },
    grounds: ['high-risk'],
    gradeOn: '2022-03-01',
  });
  const bare = await clerk.send(routes.addSubject, fields({ grounds: [] }));
  expect(bare).toMatchObject({ status: 422, refusal: { code: 'ground-missing' } });
});

test('N-05: two penalties propose 重点; the officer accepts with the papers in the history, or sets them aside with a reason', async () => {
  const ordinary = fields({ priority: 'ordinary', grounds: [] });
  const { id } = await clerk.mustSend(routes.addSubject, ordinary);
  const penalised = (on: string, evidence: string) =>
    clerk.mustSend(routes.registerOccurrence, { subjectId: id, kind: 'penalty', on, evidence });
  await penalised('2021-11-02', '演示罚〔2021〕7号');
  expect((await clerk.mustAsk(routes.showSubject, { id })).proposals).toEqual([]);
  await penalised('2022-03-01', '演示罚〔2022〕2号');
  const { rows } = await clerk.mustAsk(routes.listPriorityProposals, {});
  expect(rows.find((row) => row.id === id)?.proposals).toMatchObject([
    { ground: 'penalties', rule: '12个月内行政处罚2次', clause: { verified: false }, evidence: [{}, {}] },
  ]);
  await clerk.mustSend(routes.acceptPriorityProposal, { id, version: 1, ground: 'penalties' });
  expect(await clerk.mustAsk(routes.showSubject, { id })).toMatchObject({
    ...{ priority: 'priority', grounds: ['penalties'], proposals: [] },
    history: [{ reason: '2022-03-01 演示罚〔2022〕2号；2021-11-02 演示罚〔2021〕7号' }, {}],
  });
  await clerk.mustSend(routes.registerOccurrence, {
    subjectId: id,
    kind: 'complaint',
    on: '2022-03-02',
    evidence: '查实记录1号',
  });
  const declined = { id, version: 2, ground: 'complaint' as const, reason: '情节轻微，当场改正' };
  await clerk.mustSend(routes.declinePriorityProposal, declined);
  const after = await clerk.mustAsk(routes.showSubject, { id });
  expect(after.proposals).toEqual([]);
  expect(after.occurrences[0]?.setAside).toMatchObject({ by: '何书', reason: '情节轻微，当场改正' });
  expect(await clerk.send(routes.declinePriorityProposal, declined)).toMatchObject({
    refusal: { code: 'proposal-gone' },
  });
});

test('N-19: a partner department’s visit is registered once and counts among the visits of the year', async () => {
  const { id } = await clerk.mustSend(routes.addSubject, fields({ priority: 'ordinary', grounds: [] }));
  const visit = { subjectId: id, on: '2022-03-01', department: '县市场监督管理局', evidence: '联合检查记录1号' };
  await clerk.mustSend(routes.registerOutsideVisit, visit);
  expect(await clerk.send(routes.registerOutsideVisit, visit)).toMatchObject({
    refusal: { code: 'outside-visit-twice' },
  });
  expect((await clerk.mustAsk(routes.showSubject, { id })).outsideVisits).toMatchObject([
    { on: '2022-03-01', department: '县市场监督管理局', evidence: '联合检查记录1号' },
  ]);
});

test('GX-07: a section reports its part, the bureau confirms it, and a later change asks for another report', async () => {
  const { sections } = await clerk.mustAsk(routes.listChoices, {});
  const sectionId = sections[0]?.id ?? null;
  if (sectionId === null) throw new Error('the bureau has no section');
  const chief = await bureau.as('施核');
  const part = async () => {
    const { rows } = await clerk.mustAsk(routes.listSectionParts, {});
    return rows.find((row) => row.sectionId === sectionId);
  };
  const added = await clerk.mustSend(routes.addSubject, fields({ sectionId }));
  const [first, second] = await Promise.all([
    clerk.send(routes.reportSection, { sectionId }),
    clerk.send(routes.reportSection, { sectionId }),
  ]);
  expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1);
  const reported = await part();
  expect(reported).toMatchObject({ total: 1, report: { total: 1, answer: { kind: 'waiting' }, changedSince: false } });
  const id = reported?.report?.id;
  if (id === undefined) throw new Error('nothing was reported');
  const own = await clerk.send(routes.answerSectionReport, { id, answer: 'confirmed' });
  expect(own).toMatchObject({ status: 403, refusal: { code: 'reporter-answers' } });
  const untitled = await chief.send(routes.answerSectionReport, { id, answer: 'confirmed' });
  expect(untitled).toMatchObject({ status: 403 });
  await clerk.mustSend(routes.changeSubjectStatus, {
    ...{ id: added.id, version: 1, status: 'closed', since: '2022-03-20', reason: '注销' },
  });
  expect(await part()).toMatchObject({ total: 0, report: { changedSince: true } });
});

test('an inspector on leave throughout the window is not sent to a draw, and his history tells the days', async () => {
  const { id } = await clerk.mustSend(routes.addInspector, person({ name: '吴六' }));
  const leave = { id, version: 1, from: '2022-04-01', to: '2022-04-30', reason: '年休假' };
  await clerk.mustSend(routes.registerLeave, leave);
  const overlapping = await clerk.send(routes.registerLeave, {
    ...leave,
    version: 2,
    from: '2022-04-30',
    to: '2022-05-02',
  });
  expect(overlapping).toMatchObject({ status: 409, refusal: { code: 'leave-overlaps' } });
  const shown = await clerk.mustAsk(routes.showInspector, { id });
  expect(shown).toMatchObject({
    ...{ ineligible: [], leaves: [{ from: '2022-04-01', to: '2022-04-30', reason: '年休假' }] },
    history: [{ reason: '年休假', changes: [{ field: '请假', from: null, to: '2022-04-01至2022-04-30' }] }, {}],
  });
  const drawn = await inRead(bureau.database, bureau.bureauId, (db) =>
    inspectorsForDraw(db, '2022-04-10' as CalendarDate),
  );
  expect(drawn.find((one) => one.id === id)?.whyNot).toMatchObject([{ code: 'on-leave', to: '2022-04-30' }]);
  await clerk.mustSend(routes.cancelLeave, { id, version: 2, from: '2022-04-01', reason: '工作需要' });
  expect((await clerk.mustAsk(routes.showInspector, { id })).leaves).toEqual([]);
});

test('GX-04: an expert is entered, keeps his relations, assists until he leaves, and stays on record', async () => {
  const known = {
    ...{ name: '何专家', organisation: '演示化工设计院', field: '化工工艺', title: '高级工程师' },
    ...{ sectors: ['hazchem-trade'], appointedUntil: '2023-12-31', phone: '13800001234' },
  };
  const { id } = await clerk.mustSend(routes.addExpert, known);
  const subject = await clerk.mustSend(routes.addSubject, fields());
  const relation = { expertId: id, subjectId: subject.id, kind: 'past-employment' as const, reason: '2019年前任职' };
  const declared = await clerk.mustSend(routes.declareExpertConflict, relation);
  expect(await clerk.send(routes.declareExpertConflict, relation)).toMatchObject({
    refusal: { code: 'conflict-already-declared' },
  });
  const changed = { ...known, phone: undefined, id, version: 1, field: '电气', reason: '更正专业' };
  await clerk.mustSend(routes.changeExpert, changed);
  expect(await clerk.mustAsk(routes.showExpert, { id })).toMatchObject({
    ...{ mayAssist: true, contact: { phone: '138****1234' }, sectors: [{ name: '危化经营' }] },
    conflicts: [{ id: declared.id, withdrawn: null }],
    history: [{ changes: [{ field: '专业', from: '化工工艺', to: '电气' }] }, {}],
  });
  await clerk.mustSend(routes.withdrawExpertConflict, { id: declared.id, reason: '登记有误' });
  await clerk.mustSend(routes.withdrawExpert, { id, version: 2, since: '2022-03-21', reason: '本人申请' });
  const { rows } = await clerk.mustAsk(routes.listExperts, { search: 'hzj' });
  expect(rows).toMatchObject([{ name: '何专家', mayAssist: false, withdrawn: { reason: '本人申请' } }]);
  expect((await clerk.mustAsk(routes.listExperts, { asOf: '2022-03-20' })).rows).toEqual([]);
  const logged = await bureau.sql('select event::text from audit_entry where aggregate_id = $1', [id]);
  expect(JSON.stringify(logged)).not.toContain('1380000');
});

test('LZ-02: the inspectors’ registry reads as of any day too, each judged for that day', async () => {
  const house = await bureau.addBureau('asof', '演示局');
  const there = await house.as('何书');
  await adoptSamplePolicy(there, 'zz');
  const known = person({ expiresOn: '2022-03-31' });
  const { id } = await there.mustSend(routes.addInspector, known);
  house.clock.set('2022-04-06T01:00:00Z');
  const later = await house.as('何书');
  await later.mustSend(routes.changeInspector, {
    ...{ ...known, expiresOn: '2025-03-31', id, version: 1, reason: '换证' },
  });
  const on = async (asOf: string) => (await later.mustAsk(routes.listInspectors, { asOf })).rows;
  expect(await on('2022-03-20')).toEqual([]);
  expect(await on('2022-03-31')).toMatchObject([{ expiresOn: '2022-03-31', ineligible: [] }]);
  expect(await on('2022-04-05')).toMatchObject([{ ineligible: ['执法证已于2022-03-31到期'] }]);
  expect(await on('2022-04-06')).toMatchObject([{ expiresOn: '2025-03-31', ineligible: [] }]);
});

test('Q-05: a character with two readings is found by both, whole or by first letters', async () => {
  const there = await bureau.as('何书');
  const { id } = await there.mustSend(routes.addSubject, fields({ name: '长乐重工机械厂A2' }));
  for (const search of ['clzgjxc', 'zyzgjxca2', 'changlezhonggong', 'zhangyuezhonggong', 'ZhangLe', 'cylgjxc']) {
    const { rows } = await there.mustAsk(routes.listSubjects, { search });
    expect([search, rows.some((row) => row.id === id)]).toEqual([search, search !== 'cylgjxc']);
  }
});

test('Q-05: a name that an earlier version read one way only is read again at the start, once', async () => {
  const there = await bureau.as('何书');
  const { id } = await there.mustSend(routes.addSubject, fields({ name: '长乐旧名机械厂' }));
  await bureau.sql(
    `update subject set name_pinyin = 'changlejiumingjixiechang', name_initials = 'cljmjxc' where id = $1`,
    [id],
  );
  const isFound = async (search: string) =>
    (await there.mustAsk(routes.listSubjects, { search })).rows.some((row) => row.id === id);
  const start = () => inTx(bureau.database, bureau.bureauId, rereadNames);
  expect([await isFound('cljmjx'), await isFound('zyjmjx')]).toEqual([true, false]);
  await start();
  expect([await isFound('cljmjx'), await isFound('zyjmjx'), await isFound('zhangle')]).toEqual([true, true, true]);
  expect(await there.mustAsk(routes.showSubject, { id })).toMatchObject({ version: 1 });
  await bureau.sql(`update subject set name_pinyin = '' where id = $1`, [id]);
  await start();
  expect(await isFound('zhangle')).toBe(false);
});

test('the total is exact on every page, and beyond the last', async () => {
  const there = await bureau.as('何书');
  const { total } = await there.mustAsk(routes.listSubjects, { size: 500 });
  const totals = [];
  for (const page of [1, 2, Math.ceil(total / 3), 99]) {
    totals.push((await there.mustAsk(routes.listSubjects, { size: 3, page })).total);
  }
  expect(new Set(totals)).toEqual(new Set([total]));
  expect(await there.mustAsk(routes.listSubjects, { search: '没有这一家' })).toMatchObject({ rows: [], total: 0 });
});
