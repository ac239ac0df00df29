import { expect, test } from 'vitest';
import { nationalDefaults } from './defaults.ts';
import { inTerms, termsOfSection } from './terms.ts';

const changzi = {
  section: '股室',
  legalSection: '法规股',
  sectionChief: '股长',
  subject: '抽查对象',
  inspector: '执法人员',
  deputyDirector: '主管副局长',
};

test('a text speaks the words of the bureau that reads it', () => {
  expect(inTerms('请由{legalSection}或{deputyDirector}办理，{section}不能自批', changzi)).toBe(
    '请由法规股或主管副局长办理，股室不能自批',
  );
  expect(inTerms('{subject}由{sectionChief}核对，{inspector}不能代办', changzi)).toBe(
    '抽查对象由股长核对，执法人员不能代办',
  );
});

test('what is no word of the bureau is left as it was typed', () => {
  expect(inTerms('{name}的{}和{section', changzi)).toBe('{name}的{}和{section');
});

test('before any rule is adopted the words follow what the bureau calls its sections', () => {
  expect(termsOfSection('科室')).toEqual(nationalDefaults.terms.value);
  expect(termsOfSection('股室')).toMatchObject({ section: '股室', legalSection: '法规股', sectionChief: '股长' });
});
