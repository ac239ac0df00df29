import { publicityTerms } from '@mingchou/domain';
import { DateField, SelectField, TextField, type Values } from '../../form/index.ts';

export const headNames = {
  year: '年度',
  'head.title': '标题',
  'head.documentNo': '文号',
  'head.issuedOn': '印发日期',
  'head.addressees': '主送',
  'head.publicity': '公开属性',
  upstream: '依据的上级文件',
  'head.imprint.copies': '抄送',
  'head.imprint.office': '印发机关',
  'head.imprint.printedOn': '版记的印发日期',
};

/** Head of the document: title, number, date, 主送, upstream papers (ZZ-01, ZZ-02). */
export function HeadFields() {
  return (
    <>
      <TextField name="head.title" label="标题" hint="与正式文件的标题相同。" />
      <TextField name="head.documentNo" label="文号" optional hint="如长子应急发〔2022〕23号。" />
      <DateField name="head.issuedOn" label="印发日期" optional hint="用来核对各项任务的时间。" />
      <TextField name="head.addressees" label="主送" optional />
      <SelectField
        name="head.publicity"
        label="公开属性"
        optional
        options={(['published', 'on-request', 'closed'] as const).map((value) => ({
          value,
          label: publicityTerms[value],
        }))}
      />
      <TextField name="head.imprint.copies" label="抄送" optional hint="印在版记里，多个单位用顿号隔开。" />
      <TextField name="head.imprint.office" label="印发机关" optional hint="印在版记里，不填时是本局办公室。" />
      <DateField
        name="head.imprint.printedOn"
        label="版记的印发日期"
        optional
        hint="送印的日期，不填时与印发日期相同。"
      />
      <TextField name="upstream" label="依据的上级文件" optional hint="多份文件用顿号隔开。" />
    </>
  );
}

export function headFrom(values: Values): Values {
  const text = (name: string) => String(values[name] ?? '').trim();
  const orNull = (name: string) => (text(name) === '' ? null : text(name));
  return {
    title: text('head.title'),
    documentNo: orNull('head.documentNo'),
    issuedOn: orNull('head.issuedOn'),
    addressees: text('head.addressees'),
    ...(text('head.publicity') === '' ? {} : { publicity: values['head.publicity'] }),
    imprint: {
      copies: text('head.imprint.copies'),
      office: text('head.imprint.office'),
      printedOn: orNull('head.imprint.printedOn'),
    },
    upstream: text('upstream')
      .split(/[、；;]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  };
}
