import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('portal and desk are coloured from the same tokens', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
  expect(read('./tokens.css')).toBe(read('../../desk/src/design/tokens.css'));
});
