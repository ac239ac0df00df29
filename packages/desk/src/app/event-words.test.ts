import { readdirSync, readFileSync } from 'node:fs';
import { termsOfSection } from '@mingchou/domain';
import { expect, test } from 'vitest';
import { eventWords } from './event-words.ts';

const terms = termsOfSection('股室');
const domain = new URL('../../../domain/src/', import.meta.url);

/** The events as the domain's type declarations name them: `readonly type: 'roster-frozen'`. */
function declaredEvents(): readonly string[] {
  const files = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const source = files.map((file) => readFileSync(new URL(file, domain), 'utf8')).join('\n');
  return [...new Set(Array.from(source.matchAll(/readonly type: '([a-z-]+)'/g), ([, type]) => type ?? ''))].sort();
}

test('every event of the domain is worded for the log', () => {
  const events = declaredEvents();
  expect(events).toContain('roster-frozen');
  expect(events.filter((type) => eventWords(type, terms) === type)).toEqual([]);
});

test('an event without words shows its own name instead of vanishing', () => {
  expect(eventWords('not-yet-worded', terms)).toBe('not-yet-worded');
});
