import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect } from 'vitest';
import { foreignTests } from '../../../../../../scripts/foreign.ts';
import { closePress } from '../../../papers/index.ts';
import type { RecordFacts } from './facts.ts';
import { drawnObjects, madeUpRecord } from './made-up-record.ts';
import { pressRecord } from './print.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mc-record-'));
afterAll(async () => {
  await closePress();
  rmSync(folder, { recursive: true });
});

const withPoppler = foreignTests('pdftotext', 'pdfinfo', 'pdffonts', 'pdftoppm');
const withZbar = foreignTests('pdftoppm', 'zbarimg');

async function printed(facts: RecordFacts): Promise<string> {
  const file = path.join(folder, 'record.pdf');
  writeFileSync(file, await pressRecord(facts));
  return file;
}

function pagesOf(file: string): string[] {
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  return text.split('\f').slice(0, -1);
}

withPoppler(
  'poppler reads a small record as one page of A4 with every name, code, hash and signature field',
  async () => {
    const facts = madeUpRecord();
    const file = await printed(facts);
    const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
    expect(info).toMatch(/Pages:\s+1\n/);
    expect(info).toContain('(A4)');
    expect(info).not.toContain('CreationDate');
    const [page = ''] = pagesOf(file);
    for (const { name, code } of facts.drawnObjects) {
      expect(page).toContain(name);
      expect(page).toContain(code);
    }
    const groups = (facts.commitment?.c.match(/.{4}/g) ?? []).slice(0, 8).join(' ');
    expect(page.replace(/ +/g, ' ')).toContain(groups);
    for (const words of ['操作人（何书）', '复核人（施核）', '见证人（孔证）', '第1页', '共1页', '演示数据']) {
      expect(page).toContain(words);
    }
    expect(page).not.toContain('草稿');
  },
);

withPoppler('every font is embedded, so that it looks the same where there is no Chinese font', async () => {
  const fonts = execFileSync('pdffonts', [await printed(madeUpRecord())], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .slice(2);
  expect(fonts.length).toBeGreaterThanOrEqual(3);
  for (const font of fonts) expect(font).toMatch(/yes yes yes/);
});

withPoppler(
  'a long record repeats the head of its table and numbers its pages, and a draft says so on each',
  async () => {
    const facts = madeUpRecord({ drawnObjects: drawnObjects(60, 12), drawn: null });
    const pages = pagesOf(await printed(facts));
    expect(pages.length).toBeGreaterThanOrEqual(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`第${index + 1}页`);
      expect(page).toContain(`共${pages.length}页`);
      expect(page.replace(/\s/g, '')).toContain('草稿');
      if (page.includes('化工经营部')) expect(page).toContain('统一社会信用代码');
    }
    expect(pages.join('').match(/化工经营部/g)).toHaveLength(72);
  },
);

withPoppler('a name that looks like markup is printed as it stands', async () => {
  const names = ['#eval("1")', '*长子*_县_', '$x^2$', '= 标题', '<a> @b', '长子\\县', '// 注 /* 注 */'];
  const objects = drawnObjects(names.length, 0).map((object, index) => ({ ...object, name: names[index] ?? '' }));
  const [page = ''] = pagesOf(await printed(madeUpRecord({ drawnObjects: objects })));
  for (const name of names) expect(page.replace(/ /g, '')).toContain(name.replace(/ /g, ''));
});

withPoppler('the page can be drawn, and is not empty', async () => {
  const file = await printed(madeUpRecord());
  execFileSync('pdftoppm', ['-r', '150', '-png', file, path.join(folder, 'page')]);
  const [picture = ''] = readdirSync(folder).filter((name) => name.startsWith('page'));
  expect(statSync(path.join(folder, picture)).size).toBeGreaterThan(50_000);
});

withZbar('zbar reads the address of the public page from the printed page', async () => {
  const facts = madeUpRecord();
  const file = await printed(facts);
  execFileSync('pdftoppm', ['-r', '200', '-png', '-singlefile', file, path.join(folder, 'code')]);
  const read = execFileSync('zbarimg', ['-q', '--raw', path.join(folder, 'code.png')], { encoding: 'utf8' });
  expect(read.trim()).toBe(facts.address);
});
