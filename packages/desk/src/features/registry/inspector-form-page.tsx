import { type InspectorView, registryRoutes } from '@mingchou/contract';
import { employmentTitles } from '@mingchou/domain';
import { useGo, usePathParams } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk } from '../../app/session.ts';
import { Waiting } from '../../design/index.ts';
import {
  ChecksField,
  DateField,
  NumberField,
  RadioField,
  SelectField,
  TextField,
  type Values,
} from '../../form/index.ts';
import { optionsOf, useChoices } from './choices.ts';
import { AddEntry, ChangeEntry } from './entry-form.tsx';

const names = {
  name: '姓名',
  certificateNo: '执法证号',
  issuer: '发证机关',
  expiresOn: '有效期至',
  employment: '编制',
  sectionId: '所在{section}',
  qualifications: '可检查行业',
  cap: '每次抽签最多户数',
  phone: '手机号码',
  identityNumber: '身份证号',
  reason: '修改理由',
};

const newInspector: Values = {
  ...{ name: '', certificateNo: '', issuer: '', expiresOn: '', employment: '', sectionId: '', qualifications: [] },
  ...{ cap: 4, phone: '', identityNumber: '' },
};

/** Neither form keeps a draft: identity numbers must not lie in the browser's storage. */
export function NewInspectorPage() {
  const go = useGo();
  return (
    <AddEntry
      noun="执法人员"
      route={registryRoutes.addInspector}
      initial={newInspector}
      toInput={toInput}
      names={names}
      onDone={({ id }) => go(`/registry/inspectors?inspector=${id}`)}
      list="/registry/inspectors"
    >
      <InspectorFields />
    </AddEntry>
  );
}

export function ChangeInspectorPage() {
  const go = useGo();
  const id = usePathParams()['inspectorId'] ?? '';
  const inspector = useQueryRoute(registryRoutes.showInspector, { id });
  if (inspector.data === undefined) return <Waiting on={inspector} />;
  const { version, name, contact } = inspector.data;
  return (
    <ChangeEntry
      name={name}
      key={version}
      route={registryRoutes.changeInspector}
      initial={typed(inspector.data)}
      fixed={{ id, version }}
      toInput={toInput}
      names={names}
      onDone={() => go(`/registry/inspectors?inspector=${id}`)}
      list={`/registry/inspectors?inspector=${id}`}
    >
      <InspectorFields masked={contact} />
    </ChangeEntry>
  );
}

function typed(inspector: InspectorView): Values {
  const { name, certificateNo, issuer, expiresOn, employment, sectionId, qualifications, cap } = inspector;
  return {
    ...newInspector,
    ...{ name, certificateNo, issuer, expiresOn, employment, cap, reason: '' },
    sectionId: sectionId ?? '',
    qualifications: qualifications.map(({ sector }) => sector),
  };
}

/** Left blank, contact data stay as they are. */
function toInput(values: Values): Values {
  const { phone, identityNumber, sectionId, ...rest } = values;
  return {
    ...rest,
    sectionId: sectionId === '' ? null : sectionId,
    ...(phone === '' ? {} : { phone }),
    ...(identityNumber === '' ? {} : { identityNumber }),
  };
}

function InspectorFields({ masked }: { readonly masked?: InspectorView['contact'] }) {
  const { sectors, sections } = useChoices();
  const { session } = useDesk();
  const kept = (value: string | null | undefined) =>
    value === null || value === undefined ? '个人信息，默认遮挡。' : `现为${value}，留空则不改。`;
  return (
    <>
      <TextField name="name" label="姓名" width={160} />
      <TextField name="certificateNo" label="执法证号" kind="code" width={240} />
      <TextField name="issuer" label="发证机关" />
      <DateField name="expiresOn" label="有效期至" hint="证件上最后一个有效日。" />
      <RadioField
        name="employment"
        label="编制"
        hint="编外人员只能协助，不进入抽签。"
        options={optionsOf(employmentTitles)}
      />
      <SelectField name="sectionId" label={`所在${session.bureau.terms.section}`} optional options={sections} />
      <ChecksField name="qualifications" label="可检查行业" optional options={sectors} />
      <NumberField name="cap" label="每次抽签最多户数" unit="户" hint="填0则不进入抽签。" />
      <TextField name="phone" label="手机号码" optional hint={kept(masked?.phone)} />
      <TextField name="identityNumber" label="身份证号" optional kind="code" hint={kept(masked?.identityNumber)} />
    </>
  );
}
