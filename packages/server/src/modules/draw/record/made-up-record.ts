import { termsOfSection } from '@mingchou/domain';
import type { RecordFacts, RecordObject } from './facts.ts';

/** 2022年第2号抽签 of the story, complete; a test changes what it is about. */
export function madeUpRecord(changes: Partial<RecordFacts> = {}): RecordFacts {
  return {
    copy: 'archive',
    demonstration: true,
    bureau: '长子县应急管理局',
    terms: { ...termsOfSection('股室'), subject: '抽查对象' },
    year: 2022,
    drawNo: 2,
    planRowNo: 2,
    taskName: '2022年危险化学品生产经营企业双随机抽查',
    objects: '危险化学品生产经营企业',
    suite: 'sha256',
    counts: { pool: 41, eligible: 39, selected: 9, reserves: 3 },
    seats: 2,
    strata: [],
    exclusions: [
      { reason: '停业', count: 1, names: ['长子县昃字号加油站'] },
      { reason: '本年度检查次数已达上限', count: 1, names: ['长子县闰字号加油站'] },
    ],
    exceptions: [],
    sealing: null,
    frozenAt: '2022-04-01T02:00:00Z',
    commitment: {
      c: '5ff3bb476c3196a5e7916a4a116c4326d7f54c127aa8cf6f7378663608d207da',
      at: '2022-04-02T01:00:00Z',
      logIndex: 36,
    },
    sources: [
      { label: '骰子20位', kind: 'dice', value: '40719365028841736259', at: '2022-04-06T02:03:00Z' },
      {
        label: '见证人张见',
        kind: 'witness',
        value: '5e0c27a94d18b6f3a27f90c3e1d84b65',
        at: '2022-04-06T02:05:00Z',
      },
      {
        label: '见证人孔证',
        kind: 'witness',
        value: 'c81f3b7702e94a5d96b0d47e2f13a8c9',
        at: '2022-04-06T02:06:00Z',
      },
    ],
    drawn: {
      at: '2022-04-06T02:06:00Z',
      seed: '4267f408f081b72554b3dd62c6247287d5b3f05448b92406205ea3b079dbda56',
      h: '9c0de1f6a8b73542e10495ad6cf2b8873d5a90e4f17c26b8054e9da3c76f21b0',
    },
    drawnObjects: drawnObjects(9, 3),
    amendments: [],
    voided: null,
    signers: [
      { part: '操作人', name: '何书' },
      { part: '复核人', name: '施核' },
      { part: '见证人', name: '张见' },
      { part: '见证人', name: '孔证' },
    ],
    address: 'https://mingchou.example/b/changzi/draws/2',
    ...changes,
  };
}

const signs = '宙张月冬金往天宇地阳雨藏';

/** So many drawn and reserves, with teams. */
export function drawnObjects(selected: number, reserves: number): RecordObject[] {
  return Array.from({ length: selected + reserves }, (_, index) => {
    const reserve = index >= selected;
    const sign = signs[index % signs.length] ?? '';
    return {
      kind: reserve ? 'reserve' : 'selected',
      order: reserve ? index - selected + 1 : index + 1,
      name: `长子县${sign}字号${index < signs.length ? '' : Math.floor(index / signs.length)}化工经营部`,
      code: `91140428XX10${String(22270 + index * 7)}Y`,
      ticket: (index * 0x1f3a7b1 + 0x773a027).toString(16).padStart(8, '0').padEnd(64, '5'),
      stratum: '',
      team: reserve ? '' : '赵一、蒋十二',
    };
  });
}
