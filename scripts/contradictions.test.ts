import { readFileSync } from 'node:fs';
import path from 'node:path';
import { documentRules, planRules } from '@mingchou/domain';
import { expect, test } from 'vitest';

const text = readFileSync(path.join(import.meta.dirname, '../docs/contradictions.md'), 'utf8');
const tables = text
  .split('\n## ')
  .map((part) => part.split('\n').flatMap((line) => /^\| .* \| (C-\d\d) \|/.exec(line)?.[1] ?? []));

test('docs/contradictions.md has a row for every class: those of documents first, then those of the desk alone', () => {
  const [, ofDocuments = [], ofDesk = []] = tables;
  expect([...ofDocuments].sort()).toEqual(documentRules.map(({ id }) => id));
  expect([...ofDocuments, ...ofDesk].sort()).toEqual(planRules.map(({ id }) => id));
});
