import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect } from 'vitest';
import { foreignTest } from '../../../../scripts/foreign.ts';
import { readDoc } from './read-doc.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mingchou-doc-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rows = [
  ['序号', '抽查事项', '抽查对象', '事项类别', '抽查比例及频次'],
  ['1', '对渡口的行政检查', '渡口', '一般检查', '计划内20%，每年抽查1次'],
  ['2', '对灯塔的行政检查', '', '重点检查', '计划内100%'],
];
const table = `<table border="1">${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

foreignTest('soffice', 'writes an old Word file whose text and table are read back', async (run) => {
  const html = `<html><head><meta charset="utf-8"></head><body><p>海岛镇2031年抽查计划</p>${table}<p>抄送各科室。</p></body></html>`;
  writeFileSync(path.join(folder, 'plan.html'), html);
  run([
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    '--convert-to',
    'doc:MS Word 97',
    '--outdir',
    folder,
    path.join(folder, 'plan.html'),
  ]);
  const { lines, tables } = await readDoc(readFileSync(path.join(folder, 'plan.doc')));
  expect(lines).toEqual(['海岛镇2031年抽查计划', '抄送各科室。']);
  expect(tables.map((one) => one.rows)).toEqual([rows]);
});
