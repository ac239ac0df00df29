import { registryRoutes } from '@mingchou/contract';
import { conflictKindTitles } from '@mingchou/domain';
import { useState } from 'react';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk } from '../../app/session.ts';
import { Panel, useTerms } from '../../design/index.ts';
import { CommandForm, Field, LongTextField, RadioField, SelectField, useField } from '../../form/index.ts';
import { optionsOf } from './choices.ts';

/** An inspector who is nothing else declares for himself; others choose whom they speak of. */
export function DeclareConflict() {
  const { session } = useDesk();
  const { roles, inspectorId } = session.person;
  const own = roles.every((role) => role === 'inspector');
  const [round, setRound] = useState(0);
  const people = useQueryRoute(registryRoutes.listInspectors, { size: 500, sort: 'name' });
  const options = (people.data?.rows ?? []).map((row) => ({
    value: row.id,
    label: `${row.name} ${row.certificateNo}`,
  }));
  if (own && inspectorId === null) {
    return (
      <Panel as="aside" title="登记利害关系" padded>
        <p className="hint">您的账号还没有对应到执法人员名录，不能申报。请系统管理员在「账号与权限」里对应。</p>
      </Panel>
    );
  }
  return (
    <Panel as="aside" title={own ? '申报本人的利害关系' : '登记利害关系'} padded>
      <CommandForm
        key={round}
        route={registryRoutes.declareConflict}
        initial={{ inspectorId: own ? inspectorId : '', subjectId: '', kind: '', reason: '' }}
        names={{ inspectorId: '执法人员', subjectId: '{subject}', kind: '关系', reason: '说明' }}
        look="plain"
        verb="登记利害关系"
        onDone={() => setRound(round + 1)}
      >
        {!own && <SelectField name="inspectorId" label="执法人员" options={options} />}
        <SubjectChoice />
        <RadioField name="kind" label="关系" options={optionsOf(conflictKindTitles)} />
        <LongTextField name="reason" label="说明" rows={2} hint="写明是什么关系、何时。" />
      </CommandForm>
    </Panel>
  );
}

/** One object out of many: typed part of the name, pinyin or code, then chosen. */
export function SubjectChoice() {
  const { subject } = useTerms();
  const { id, value, set } = useField('subjectId');
  const [typed, setTyped] = useState('');
  const found = useQueryRoute(registryRoutes.listSubjects, { search: typed, size: 20 });
  const rows = found.data?.rows ?? [];
  return (
    <Field name="subjectId" label="{subject}" hint="先输入名称、拼音首字母或代码末几位，再选。">
      <input
        aria-label={`查找${subject}`}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <select id={id} value={typeof value === 'string' ? value : ''} onChange={(event) => set(event.target.value)}>
        <option value="">{rows.length === 0 ? '没有找到' : '请选择'}</option>
        {rows.map((row) => (
          <option key={row.id} value={row.id}>
            {row.name} {row.code.slice(-6)}
          </option>
        ))}
      </select>
    </Field>
  );
}
