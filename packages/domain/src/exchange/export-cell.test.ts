import { expect, test } from 'vitest';
import { csvCell } from './export-cell.ts';

test('what a spreadsheet would compute stands as text', () => {
  expect(['=1+1', '+86', '-1', '@A1', ' =cmd', '＝1'].map((text) => csvCell(text, 'text'))).toEqual([
    ...["'=1+1", "'+86", "'-1", "'@A1", "' =cmd", "'＝1"],
  ]);
  expect(csvCell('示例路1-2号', 'text')).toBe('示例路1-2号');
});

test('a code of digits keeps them all, and a cell with commas, quotes or lines stays one cell', () => {
  expect(csvCell('914403001922038216', 'code')).toBe('"\t914403001922038216"');
  expect(csvCell('91140428XX00000014', 'code')).toBe('91140428XX00000014');
  expect(csvCell('甲,"乙"\n丙', 'text')).toBe('"甲,""乙""\n丙"');
});
