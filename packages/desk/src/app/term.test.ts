import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const features = path.resolve(import.meta.dirname, '../features');

/** Files that still say a word of their own; each is to take the bureau's word, none may be added. */
const notYet: readonly string[] = [
  'account/new-person-page.tsx',
  'account/people-page.tsx',
  'account/person-pane.tsx',
  'draw/amendments/requests-panel.tsx',
  'draw/design-override-panel.tsx',
  'draw/filter-part.tsx',
  'draw/freeze-step.tsx',
  'draw/override-field.tsx',
  'draw/override-panel.tsx',
  'draw/run-step.tsx',
  'draw/sealing-panel.tsx',
  'draw/source-fields.tsx',
  'draw/void-panel.tsx',
  'inspection/recusal-panel.tsx',
  'plan/approval-page.tsx',
  'plan/particular-fields.tsx',
  'plan/plan-home.tsx',
  'plan/row-page.tsx',
  'policy/value-words.ts',
  'registry/inspector-form-page.tsx',
  'registry/requests-page.tsx',
  'registry/sections-page.tsx',
  'registry/subject-fields.tsx',
];

test('no page but those listed names the bureau’s sections, legal section or deputy director by a fixed word', () => {
  const found = readdirSync(features, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .filter((name) => /股室|科室|法规[科股]|分管领导/.test(readFileSync(path.join(features, name), 'utf8')))
    .map((name) => name.replaceAll(path.sep, '/'));
  expect(found.filter((name) => !notYet.includes(name))).toEqual([]);
});
