import { describe, expect, test } from 'vitest';
import { changed, guards, vector } from '../test/vector.ts';
import { verify } from './report/verify.ts';

describe.each(['unbalanced-two-sided', 'batches-salted'])('every byte of vectors/%s', (name) => {
  const files = vector(name);
  test.each([...files.keys()])('of %s, changed in a low and in a high bit, fails the check that guards it', (which) => {
    const bytes = files.get(which) ?? new Uint8Array();
    for (let place = 0; place < bytes.length; place++) {
      for (const by of [1, 0x20]) {
        const { checks } = verify(new Map([...files, [which, changed(bytes, place, by)]]));
        const failed = checks.filter(({ status }) => status === 'failed').map((check) => check.name);
        expect(
          failed.some((one) => guards[which]?.must.includes(one)),
          `byte ${place} by ${by}: ${failed.join(' ')}`,
        ).toBe(true);
      }
    }
  });
});
