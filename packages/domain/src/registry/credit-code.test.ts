import { expect, test } from 'vitest';
import fc from 'fast-check';
import { checkCharacterOf, judgeCreditCode } from './credit-code.ts';
import { parseSubjectCode, writeCode } from './subject-code.ts';

test('N-25: issued codes pass the check of GB 32100', () => {
  const issued = ['91110108551385082Q', '91350100M000100Y43', '9144030010001686XA', '91110000710925462X'];
  expect(issued.map((code) => judgeCreditCode(code).verdict)).toEqual(issued.map(() => 'valid'));
});

test('N-25: a code whose sum is divisible by 31 ends in 0 and is valid', () => {
  expect(judgeCreditCode('91370305MA30000290')).toEqual({ verdict: 'valid' });
});

test('a code of another length says how long it is', () => {
  expect(judgeCreditCode('9111010855138508')).toEqual({ verdict: 'length', length: 16 });
});

test('a letter that GB 32100 does not use is named with its place', () => {
  expect(judgeCreditCode('9111010855138508IQ')).toEqual({ verdict: 'character', at: 17, character: 'I' });
});

test('an issued code with a wrong check character is refused once, with the right one', () => {
  // Issued in an early pilot region although it breaks the national standard.
  const refused = parseSubjectCode('credit', '91350211M00013FA1N', null);
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'code-check-character' } });
});

test('the same code is kept as printed on the licence when a reason is given', () => {
  expect(parseSubjectCode('credit', '91350211M00013FA1N', ' 按执照保留 ')).toEqual({
    ok: true,
    value: { kind: 'credit', text: '91350211M00013FA1N', keptReason: '按执照保留' },
  });
});

test('a reason does not excuse a code of the wrong length', () => {
  expect(parseSubjectCode('credit', '9135', '按执照保留')).toMatchObject({
    refusal: { code: 'code-length', length: 4 },
  });
});

test('a right code carries no reason, whatever was typed beside it', () => {
  expect(parseSubjectCode('credit', '91110108551385082Q', '按执照保留')).toMatchObject({ value: { keptReason: null } });
});

test('full-width characters, spaces and small letters are read as the licence shows them', () => {
  expect(writeCode('　９１１１０１０８ 551385082ｑ\u200b')).toBe('91110108551385082Q');
});

test('an object without a licence can stand under another kind of code, if a draw could carry it', () => {
  expect(parseSubjectCode('registration', '140428600012345', null)).toMatchObject({ ok: true });
  expect(parseSubjectCode('local', 'CZ-KQ-001', null)).toMatchObject({ ok: true });
  expect(parseSubjectCode('local', 'B-001', null)).toMatchObject({ refusal: { code: 'code-form', kind: 'local' } });
  expect(parseSubjectCode('local', '矿区一号', null)).toMatchObject({ ok: false });
});

test('property: of the 31 possible last characters exactly one is right', () => {
  const characters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
  const first17 = fc.array(fc.constantFrom(...characters), { minLength: 17, maxLength: 17 }).map((all) => all.join(''));
  fc.assert(
    fc.property(first17, (first) => {
      const valid = characters.filter((last) => judgeCreditCode(first + last).verdict === 'valid');
      expect(valid).toEqual([checkCharacterOf(first)]);
    }),
  );
});
