import { expect, test } from 'vitest';
import { after, before, clerk, decided, inspector, leader, on, round, subject } from '../../test/draw-example.ts';
import type { DrawId, KnownPeople, RegisterExternal, TaskId } from '../index.ts';
import {
  cellsOfText,
  dispatchExternal,
  evolveExternal,
  newExternal,
  readExternalList,
  refuse,
  registerExternal,
  withdrawExternal,
} from '../index.ts';

const numbers = [1, 2, 3, 4];
const known: KnownPeople = {
  subjects: numbers.map((no) => subject(no)),
  inspectors: numbers.map((no) => inspector(no)),
  seats: 2,
};
const [one, two] = [subject(1), subject(2)];
const [first, second] = [inspector(1), inspector(2)];

test('a pasted list is matched by code; teams by certificate number or by a name only one person has', () => {
  const text = `${one.code}\t${first.code}\t${second.name}\n\n${two.code.toLowerCase()}\t${two.name}\t${first.code}、${second.code}`;
  const { objects, problems } = readExternalList(cellsOfText(text), known);
  expect(problems).toEqual([]);
  expect(objects.map(({ order, name, inspectors }) => [order, name, inspectors.map((person) => person.name)])).toEqual([
    [1, one.name, [first.name, second.name]],
    [2, two.name, [first.name, second.name]],
  ]);
});

test('in a workbook the head names the columns, in whatever order', () => {
  const rows = [
    ['随机抽取结果', '', ''],
    ['执法人员', '企业名称', '统一社会信用代码'],
    [`${first.code}、${second.code}`, '改了名的企业', one.code],
  ];
  expect(readExternalList(rows, known)).toMatchObject({
    problems: [],
    objects: [{ code: one.code, inspectors: [{}, {}] }],
  });
});

test('what is not in the registries is named with row and column, and nothing is guessed', () => {
  const rows = [
    ['代码', '执法证号'],
    ['91140428XX1999999X', first.code],
    [one.code, `${first.code}、${first.code}、甲乙`],
    [one.code, `${first.code}、${second.code}`],
    [two.code, first.code],
  ];
  expect(readExternalList(rows, known).problems).toEqual([
    { code: 'subject-unknown', row: 2, column: 'A', written: '91140428XX1999999X' },
    { code: 'inspector-twice', row: 3, column: 'B', written: first.code },
    { code: 'inspector-unknown', row: 3, column: 'B', written: '甲乙' },
    { code: 'subject-twice', row: 4, column: 'A', written: one.code },
    { code: 'team-too-small', row: 5, column: 'A', written: two.name },
  ]);
});

function registering(change: Partial<RegisterExternal> = {}): RegisterExternal {
  return {
    draw: {
      id: 'draw-x' as DrawId,
      taskId: 'task-2' as TaskId,
      registerNo: 1,
      platform: '省信用信息系统',
      platformNo: null,
      drawnAt: before,
      operator: '法规科',
      round,
      year: 2022,
      planRowNo: 2,
      taskName: '2022年危险化学品生产经营企业双随机抽查计划',
      objectsName: '危险化学品生产经营企业',
      approvedCount: 9,
      from: on('2022-04-01'),
      to: on('2022-06-30'),
      files: [{ name: '截图.png', mediaType: 'image/png', hash: 'a'.repeat(64), size: 1024 }],
    },
    taskStatus: 'planned',
    operatorRole: 'legalClerk',
    allowed: true,
    list: readExternalList([[one.code, first.code, second.code]], known),
    pending: [],
    ...change,
  };
}
const registered = () => newExternal(decided(registerExternal(registering(), clerk, after)));

test('a draw made on the province’s platform is registered as it was, with list, time, operator and screenshot (YS-07)', () => {
  expect(registered()).toMatchObject({
    status: 'registered',
    registerNo: 1,
    platform: '省信用信息系统',
    drawnAt: before,
    operator: '法规科',
    objects: [{ code: one.code }],
    files: [{ name: '截图.png' }],
    registered: { name: '何书' },
  });
});

test('it is refused where the bureau draws itself, before it happened, and with a list that does not match', () => {
  const codeOf = (change: Partial<RegisterExternal>) => {
    const result = registerExternal(registering(change), clerk, after);
    return result.ok ? null : result.refusal.code;
  };
  expect(codeOf({ allowed: false })).toBe('external-not-allowed');
  expect(codeOf({ operatorRole: 'sectionChief' })).toBe('not-the-operator');
  expect(codeOf({ taskStatus: 'drawn' })).toBe('task-not-ready');
  expect(codeOf({ draw: { ...registering().draw, drawnAt: '2022-05-01T00:00:00Z' as typeof before } })).toBe(
    'external-in-future',
  );
  expect(codeOf({ list: readExternalList([['9']], known) })).toBe('external-list-wrong');
  expect(codeOf({ list: { objects: [], problems: [] } })).toBe('external-list-empty');
});

test('an object in a frozen pool here waits: a commitment that is public cannot be overtaken', () => {
  const pending = [{ drawNo: 3, subjectId: one.subjectId, sameRound: true, sameYear: true }];
  expect(registerExternal(registering({ pending }), clerk, after)).toEqual(
    refuse({ code: 'external-pool-frozen', drawNo: 3, names: [one.name] }),
  );
});

test('it is dispatched once, and withdrawn only before that and by another person', () => {
  const draw = registered();
  expect(withdrawExternal(draw, '登记错了任务', clerk, after)).toEqual(
    refuse({ code: 'external-withdrawer-is-registrant', name: '何书' }),
  );
  const withdrawn = evolveExternal(draw, decided(withdrawExternal(draw, '登记错了任务', leader, after)));
  expect(withdrawn).toMatchObject({ status: 'withdrawn', withdrawn: { name: '吕审', text: '登记错了任务' } });
  const gone = { kind: 'subject-not-active', subject: one.name, inspector: null } as const;
  expect(dispatchExternal(draw, { findings: [gone], unpublished: [] }, clerk, after)).toMatchObject({
    refusal: { code: 'external-not-dispatchable' },
  });
  const withdrawnItem = { findings: [], unpublished: ['对加油站的行政检查'] };
  expect(dispatchExternal(draw, withdrawnItem, clerk, after)).toEqual(
    refuse({ code: 'external-items-withdrawn', titles: ['对加油站的行政检查'] }),
  );
  const clear = { findings: [], unpublished: [] };
  const dispatched = evolveExternal(draw, decided(dispatchExternal(draw, clear, clerk, after)));
  expect(dispatched.status).toBe('dispatched');
  for (const over of [withdrawn, dispatched]) {
    expect(dispatchExternal(over, clear, clerk, after)).toMatchObject({ refusal: { code: 'external-in-other-state' } });
    expect(withdrawExternal(over, '登记错了任务', leader, after)).toMatchObject({
      refusal: { code: 'external-in-other-state' },
    });
  }
});
