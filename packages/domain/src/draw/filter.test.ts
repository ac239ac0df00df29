import { expect, test } from 'vitest';
import { drawFilter, subject } from '../../test/draw-example.ts';
import { filterSentence, meetsFilter, type SectionId } from '../index.ts';

const chemicals = 'section-chemicals' as SectionId;
const station = subject(7, { priority: 'priority', grade: 'C', sectionId: chemicals, region: '140428' });

test('定向抽查 takes the objects that meet every condition, and no other (2022年抽查工作计划 四)', () => {
  const filter = drawFilter({ level: 'priority', grades: ['C', 'D'], sections: [chemicals], regions: ['140428'] });
  expect(meetsFilter(filter, station)).toBe(true);
  const others = [
    { ...station, sector: 'coal' },
    { ...station, priority: 'ordinary' as const },
    { ...station, grade: 'unrated' as const },
    { ...station, sectionId: null },
    { ...station, region: '140429' },
  ];
  expect(others.filter((facts) => meetsFilter(filter, facts))).toEqual([]);
});

test('a condition on words holds or does not hold them', () => {
  const words = (holds: boolean) => drawFilter({ words: [{ field: 'name', holds, words: '加油站' }] });
  expect(meetsFilter(words(true), station)).toBe(true);
  expect(meetsFilter(words(false), station)).toBe(false);
  expect(meetsFilter(words(false), { ...station, name: '长子县黄字号化工经营部' })).toBe(true);
});

test('no condition takes everyone', () => {
  const everyone = drawFilter({ selection: 'nonTargeted', sectors: [] });
  expect(meetsFilter(everyone, { ...station, sectionId: null, region: null })).toBe(true);
});

test('the stored conditions read as one sentence', () => {
  const names = {
    subject: '检查单位',
    sector: (code: string) => ({ 'hazchem-trade': '危化经营' })[code] ?? code,
    section: () => '危化股',
  };
  const filter = drawFilter({
    sectors: ['hazchem-trade'],
    level: 'priority',
    grades: ['C', 'unrated'],
    sections: [chemicals],
    words: [{ field: 'address', holds: false, words: '丹朱镇' }],
  });
  expect(filterSentence(filter, names)).toBe(
    '定向：类别为危化经营，重点，C级、未评级，归危化股管，地址不含「丹朱镇」的检查单位',
  );
  expect(filterSentence(drawFilter({ selection: 'nonTargeted', sectors: [] }), names)).toBe('不定向：全部检查单位');
});
