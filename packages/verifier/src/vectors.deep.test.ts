import { describe, expect, test } from 'vitest';
import { changed, guards, vector } from '../test/vector.ts';
import { verify } from './report/verify.ts';

describe.each(['unbalanced-two-sided', 'many-batches'])('every byte of vectors/%s', (name) => {
  const files = vector(name);
  test.each([...files.keys()])('of %s, changed in a low or in a high bit, fails the check that guards it', (which) => {
    const bytes = files.get(which) ?? new Uint8Array();
    // Who approved the last amendment, when and why, is bound by the public log alone: no later line hashes it.
    const end = which === 'amendments.jsonl' ? bytes.lastIndexOf(10, bytes.length - 2) : bytes.length;
    for (let place = 0; place < end; place++) {
      const { checks } = verify(new Map([...files, [which, changed(bytes, place, place % 2 === 0 ? 1 : 0x20)]]));
      const failed = checks.filter(({ status }) => status === 'failed').map((check) => check.name);
      expect(
        failed.some((one) => guards[which]?.must.includes(one)),
        `byte ${place}: ${failed.join(' ')}`,
      ).toBe(true);
    }
  });
});
