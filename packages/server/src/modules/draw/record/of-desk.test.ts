import type { Amended, DrawAct, Instant, PersonId } from '@mingchou/domain';
import { expect, test } from 'vitest';
import { amendmentRows } from './of-desk.ts';

const act = (at: string): DrawAct => ({ personId: 'p' as PersonId, name: '吕审', at: at as Instant });
const holder = (name: string) => ({ code: name, name, inspectorId: 'i' as never });

test('the archive’s copy names who left and who followed, and what a leader decided, in the order of time', () => {
  const amended: Amended = {
    amendments: [
      {
        request: 1,
        office: 'deputyDirector' as never,
        approver: act('2022-04-08T01:00:00Z'),
        lines: [
          {
            kind: 'recusal',
            seq: 1,
            visit: 'A1',
            seat: 2,
            left: holder('李四'),
            joined: holder('陈九'),
            reasonCode: 'conflict',
          },
          { kind: 'recusal', seq: 2, visit: 'A2', seat: 1, left: holder('钱二'), joined: null, reasonCode: 'conflict' },
          {
            ...{ kind: 'substitution', seq: 3, reasonCode: 'conflict' },
            ...{ left: { code: 'A3', name: '长子县月字号加油站' }, joined: { code: 'A4', name: '长子县阳字号加油站' } },
          },
        ],
      },
    ],
    seatDecisions: [
      { visit: 'A2', seat: 1, appointed: holder('韩十四'), text: '', act: act('2022-04-09T01:00:00Z') },
      { visit: 'A9', seat: 1, appointed: null, text: '', act: act('2022-04-07T01:00:00Z') },
    ],
  };
  expect(amendmentRows(amended).map(({ text }) => text)).toEqual([
    'A9席位1：领导决定不补人',
    'A1席位2：李四回避（与递补的企业有利害关系），由签序下一位陈九补上',
    'A2席位1：钱二回避（与递补的企业有利害关系），没有人可接替，席位空缺',
    '长子县月字号加油站不能检查（与递补的企业有利害关系），由长子县阳字号加油站递补',
    'A2席位1：领导指定韩十四，不是抽出的',
  ]);
  expect(amendmentRows({})).toEqual([]);
});
