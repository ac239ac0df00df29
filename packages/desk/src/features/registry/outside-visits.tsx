import { type OutsideVisitView, type SubjectView, registryRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { useDesk, useMay } from '../../app/session.ts';
import { Block, Button, formatDate, Link, StateText } from '../../design/index.ts';
import { CommandForm, DateField, LongTextField, TextField } from '../../form/index.ts';

/** 其他部门的检查: counted with our own visits for the annual cap. */
export function OutsideVisits({ subject }: { readonly subject: SubjectView }) {
  const may = useMay();
  const { today } = useDesk();
  const [adding, setAdding] = useState(false);
  return (
    <Block title="其他部门的检查">
      {subject.outsideVisits.length === 0 && <p className="hint">没有登记。登记后计入全年检查频次上限。</p>}
      {subject.outsideVisits.map((visit) => (
        <Visit key={visit.id} visit={visit} />
      ))}
      {may('register-outside-visit') && !adding && (
        <p className="button-row">
          <Button look="small" onPress={() => setAdding(true)}>
            登记其他部门的检查
          </Button>{' '}
          <Link to="/exchange/visit">按清单导入</Link>
        </p>
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

/** A visit that was registered by mistake is withdrawn with a reason; it stays in view and counts no more. */
function Visit({ visit: { id, on, department, evidence, withdrawn } }: { readonly visit: OutsideVisitView }) {
  const may = useMay();
  const { year } = useDesk();
  const [asking, setAsking] = useState(false);
  const what = `${formatDate(on, year)} ${department}：${evidence}`;
  if (withdrawn !== null) {
    return (
      <p>
        <s>{what}</s>　<StateText kind="none">{`${withdrawn.by}撤回：${withdrawn.reason}`}</StateText>
      </p>
    );
  }
  return (
    <>
      <p>
        {what}{' '}
        {may('withdraw-outside-visit') && !asking && (
          <Button look="text" label={`撤回登记：${what}`} onPress={() => setAsking(true)}>
            撤回登记
          </Button>
        )}
      </p>
      {asking && (
        <CommandForm
          route={registryRoutes.withdrawOutsideVisit}
          initial={{ reason: '' }}
          fixed={{ id }}
          names={{ reason: '撤回的理由' }}
          look="plain"
          verb="撤回登记"
          onDone={() => setAsking(false)}
          aside={<Button onPress={() => setAsking(false)}>不撤回</Button>}
        >
          <LongTextField
            name="reason"
            label="撤回的理由"
            rows={2}
            hint="撤回后不再计入频次上限，登记和理由仍然看得到。"
          />
        </CommandForm>
      )}
    </>
  );
}
