import { type ExpertView, registryRoutes } from '@mingchou/contract';
import { useGo, usePathParams } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { Waiting } from '../../design/index.ts';
import { ChecksField, DateField, TextField, type Values } from '../../form/index.ts';
import { useChoices } from './choices.ts';
import { AddEntry, ChangeEntry } from './entry-form.tsx';

const names = {
  name: '姓名',
  organisation: '所在单位',
  field: '专业',
  title: '职称',
  sectors: '可协助行业',
  appointedUntil: '聘期至',
  phone: '手机号码',
  reason: '修改理由',
};

const newExpert: Values = {
  ...{ name: '', organisation: '', field: '', title: '', sectors: [], appointedUntil: '', phone: '' },
};

const typed = (expert: ExpertView): Values => ({
  ...newExpert,
  ...{ name: expert.name, organisation: expert.organisation, field: expert.field, title: expert.title ?? '' },
  ...{ sectors: expert.sectors.map(({ sector }) => sector), appointedUntil: expert.appointedUntil, reason: '' },
});

/** A telephone left blank stays as it is. */
function toInput({ phone, ...values }: Values): Values {
  return phone === '' ? values : { ...values, phone };
}

export function NewExpertPage() {
  const go = useGo();
  return (
    <AddEntry
      noun="专家"
      route={registryRoutes.addExpert}
      initial={newExpert}
      toInput={toInput}
      names={names}
      onDone={({ id }) => go(`/registry/experts?expert=${id}`)}
      list="/registry/experts"
    >
      <ExpertFields />
    </AddEntry>
  );
}

export function ChangeExpertPage() {
  const go = useGo();
  const id = usePathParams()['expertId'] ?? '';
  const expert = useQueryRoute(registryRoutes.showExpert, { id });
  if (expert.data === undefined) return <Waiting on={expert} />;
  const { version, name } = expert.data;
  return (
    <ChangeEntry
      name={name}
      key={version}
      route={registryRoutes.changeExpert}
      initial={typed(expert.data)}
      fixed={{ id, version }}
      toInput={toInput}
      names={names}
      onDone={() => go(`/registry/experts?expert=${id}`)}
      list={`/registry/experts?expert=${id}`}
    >
      <ExpertFields />
    </ChangeEntry>
  );
}

function ExpertFields() {
  const { sectors } = useChoices();
  return (
    <>
      <TextField name="name" label="姓名" width={200} maxLength={40} />
      <TextField name="organisation" label="所在单位" maxLength={100} />
      <TextField name="field" label="专业" width={240} maxLength={60} />
      <TextField name="title" label="职称" optional width={240} maxLength={60} />
      <ChecksField name="sectors" label="可协助行业" options={sectors} />
      <DateField name="appointedUntil" label="聘期至" />
      <TextField name="phone" label="手机号码" optional hint="个人信息，默认遮挡；修改时留空则不改。" width={200} />
    </>
  );
}
