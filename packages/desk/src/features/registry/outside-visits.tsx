import { type SubjectView, registryRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { useDesk, useMay } from '../../app/session.ts';
import { Block, Button, formatDate } from '../../design/index.ts';
import { CommandForm, DateField, LongTextField, TextField } from '../../form/index.ts';

/** 其他部门的检查: counted with our own visits for the annual cap. */
export function OutsideVisits({ subject }: { readonly subject: SubjectView }) {
  const may = useMay();
  const { today, year } = useDesk();
  const [adding, setAdding] = useState(false);
  return (
    <Block title="其他部门的检查">
      {subject.outsideVisits.length === 0 && <p className="hint">没有登记。登记后计入全年检查频次上限。</p>}
      {subject.outsideVisits.map(({ id, on, department, evidence }) => (
        <p key={id}>
          {formatDate(on, year)} {department}：{evidence}
        </p>
      ))}
      {may('register-outside-visit') && !adding && (
        <Button look="small" onPress={() => setAdding(true)}>
          登记其他部门的检查
        </Button>
      )}
      {adding && (
        <CommandForm
          route={registryRoutes.registerOutsideVisit}
          initial={{ on: today, department: '', evidence: '' }}
          fixed={{ subjectId: subject.id }}
          names={{ on: '检查日期', department: '检查部门', evidence: '依据的文书' }}
          look="plain"
          verb="登记检查"
          onDone={() => setAdding(false)}
          aside={<Button onPress={() => setAdding(false)}>不登记</Button>}
        >
          <DateField name="on" label="检查日期" />
          <TextField name="department" label="检查部门" hint="如县市场监督管理局。" />
          <LongTextField name="evidence" label="依据的文书" rows={2} hint="检查记录、联合检查通知或对方告知。" />
        </CommandForm>
      )}
    </Block>
  );
}
