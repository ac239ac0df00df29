import { type SubjectView, registryRoutes } from '@mingchou/contract';
import { statusTitles } from '@mingchou/domain';
import { useDesk } from '../../app/session.ts';
import { Button } from '../../design/index.ts';
import { CommandForm, DateField, LongTextField, RadioField } from '../../form/index.ts';
import { optionsOf } from './choices.ts';

/** 停产停业、关闭注销、迁出、恢复在业, each with date and reason. */
export function StatusForm({ subject, onDone }: { readonly subject: SubjectView; readonly onDone: () => void }) {
  const { today } = useDesk();
  return (
    <CommandForm
      route={registryRoutes.changeSubjectStatus}
      initial={{ status: '', since: today, reason: '' }}
      fixed={{ id: subject.id, version: subject.version }}
      names={{ status: '改为', since: '自哪天起', reason: '原因' }}
      look="plain"
      verb="登记状态变动"
      onDone={onDone}
      aside={<Button onPress={onDone}>不登记</Button>}
    >
      <RadioField
        name="status"
        label="改为"
        options={optionsOf(statusTitles).filter(({ value }) => value !== subject.status.kind)}
      />
      <DateField name="since" label="自哪天起" />
      <LongTextField name="reason" label="原因" rows={2} hint="抽签排除这家企业时会引用。" />
    </CommandForm>
  );
}
