import { externalRoutes, policyRoutes, taskRoutes } from '@mingchou/contract';
import { drawPolicyOf } from '@mingchou/domain';
import { useState } from 'react';
import { useGo } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { Panel } from '../../design/index.ts';
import {
  CommandForm,
  DateField,
  Field,
  LongTextField,
  SelectField,
  TextField,
  useField,
  type Values,
} from '../../form/index.ts';
import { readBase64 } from '../../api/read-base64.ts';
import { instantOfTyped } from './words.ts';

const names = {
  taskId: '任务',
  platform: '平台名称',
  platformNo: '平台编号',
  drawnAt: '抽取时间',
  operator: '抽取经办人',
  list: '抽中名单',
  'list.text': '抽中名单',
  'list.base64': '名单文件',
  files: '截图',
};

/** Platform, time, operator, list and screenshots; the list pasted or as a workbook. */
export function ExternalForm() {
  const go = useGo();
  const policy = useQueryRoute(policyRoutes.currentPolicy, {});
  const tasks = useQueryRoute(taskRoutes.listTasks, { size: 500, status: 'planned' });
  const platform = policy.data === undefined ? undefined : drawPolicyOf(policy.data.profile).platform;
  if (platform?.kind === 'own') {
    return (
      <Panel as="aside" title="登记外部抽取" padded>
        <p className="hint">本局规则是在本局抽取，不登记外部抽取。要在外部平台抽取，先改本局规则「在哪里抽取」。</p>
      </Panel>
    );
  }
  const options = (tasks.data?.rows ?? []).map((task) => ({ value: task.id, label: `${task.rowNo}　${task.name}` }));
  return (
    <Panel as="aside" title="登记外部抽取" padded>
      <CommandForm
        key={platform?.kind ?? 'waiting'}
        route={externalRoutes.registerExternalDraw}
        initial={{
          taskId: '',
          platform: platform?.kind === 'external' ? platform.name : '',
          platformNo: '',
          'drawnAt.time': '',
          operator: '',
          text: '',
          files: [],
        }}
        names={names}
        toInput={toInput}
        look="plain"
        verb="登记外部抽取"
        onDone={({ drawId }) => go(`/draw/external/${drawId}`)}
      >
        <SelectField name="taskId" label="任务" options={options} hint="只列待抽签的任务" />
        <TextField name="platform" label="平台名称" hint="如省信用信息系统" />
        <TextField name="platformNo" label="平台编号" optional />
        <DateField name="drawnAt" label="抽取日期" />
        <TextField name="drawnAt.time" label="抽取时刻（北京时间）" width={120} hint="如10:00" />
        <TextField name="operator" label="抽取经办人" width={200} />
        <LongTextField
          name="text"
          label="抽中名单"
          rows={6}
          hint="一行一家：统一社会信用代码，后面是检查组的执法证号或姓名，用空格、逗号或制表符分开。可从平台或表格粘贴"
          optional
        />
        <WorkbookField />
        <ScreenshotsField />
      </CommandForm>
    </Panel>
  );
}

/** A workbook instead of the pasted list. */
function WorkbookField() {
  const { id, set } = useField('workbook');
  return (
    <Field name="workbook" label="或选名单文件" hint="Excel或CSV，第一行写列名：统一社会信用代码、执法人员" optional>
      <input
        id={id}
        type="file"
        accept=".xlsx,.xls,.csv"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file === undefined) return set(undefined);
          void readBase64(file).then((base64) => set({ kind: 'file', name: file.name, base64 }));
        }}
      />
    </Field>
  );
}

function ScreenshotsField() {
  const { id, set } = useField('files');
  const [count, setCount] = useState(0);
  return (
    <Field
      name="files"
      label="截图"
      hint={`JPG、PNG或PDF，最多5张，每张不超过3 MB${count === 0 ? '' : `；已选${count}张`}`}
    >
      <input
        id={id}
        type="file"
        multiple
        accept="image/jpeg,image/png,application/pdf"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          setCount(files.length);
          const kept = files.map(async (file) => ({
            name: file.name,
            mediaType: file.type,
            base64: await readBase64(file),
          }));
          void Promise.all(kept).then(set);
        }}
      />
    </Field>
  );
}

function toInput(values: Values): Values {
  const text = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    taskId: text('taskId'),
    platform: text('platform'),
    platformNo: text('platformNo'),
    drawnAt: instantOfTyped(text('drawnAt'), text('drawnAt.time')),
    operator: text('operator'),
    list: values['workbook'] ?? { kind: 'text', text: text('text') },
    files: values['files'],
  };
}
