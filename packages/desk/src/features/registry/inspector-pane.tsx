import { type InspectorView, registryRoutes } from '@mingchou/contract';
import { employmentTitles } from '@mingchou/domain';
import { useState } from 'react';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk, useMay } from '../../app/session.ts';
import { Block, Button, Link, Panel, Particulars, StateText, Waiting, formatDate } from '../../design/index.ts';
import { CommandForm, DateField, LongTextField } from '../../form/index.ts';
import { ChangeHistory } from './change-history.tsx';
import { ConflictLines } from './conflict-lines.tsx';
import { Contact } from './contact.tsx';
import { Leaves } from './leaves.tsx';

/** 一人一档 beside the list. */
export function InspectorPane({
  inspectorId,
  onClose,
}: {
  readonly inspectorId: string;
  readonly onClose: () => void;
}) {
  const inspector = useQueryRoute(registryRoutes.showInspector, { id: inspectorId });
  const may = useMay();
  if (inspector.data === undefined || inspector.data.id !== inspectorId) {
    return (
      <Panel as="aside" title="一人一档" onClose={onClose}>
        <Waiting on={inspector} />
      </Panel>
    );
  }
  return (
    <>
      <Panel as="aside" title={inspector.data.name} onClose={onClose}>
        <Block
          title="登记内容"
          right={
            may('change-inspector') && (
              <Link to={`/registry/inspectors/${inspectorId}/change`} button="small">
                修改登记
              </Link>
            )
          }
        >
          <Registered inspector={inspector.data} />
        </Block>
        <Block title="联系">
          <Contact of="inspector" id={inspectorId} masked={inspector.data.contact} names={contactNames} />
        </Block>
        <Block title="利害关系">
          <ConflictLines conflicts={inspector.data.conflicts} name={(conflict) => conflict.subjectName} />
        </Block>
        <Leaves inspector={inspector.data} />
        <Duty inspector={inspector.data} />
      </Panel>
      <ChangeHistory history={inspector.data.history} added="登记入册" />
    </>
  );
}

const contactNames = { phone: '手机', identityNumber: '身份证号' };

function Registered({ inspector }: { readonly inspector: InspectorView }) {
  const { session, year } = useDesk();
  return (
    <Particulars
      rows={[
        ['执法证号', <span className="mono">{inspector.certificateNo}</span>],
        ['发证机关', inspector.issuer],
        ['有效期至', formatDate(inspector.expiresOn, year)],
        ['编制', employmentTitles[inspector.employment]],
        [session.bureau.terms.section, inspector.sectionName ?? '没有指定'],
        ['可检查行业', inspector.qualifications.map(({ name }) => name).join('、') || '没有'],
        ['最多户数', `每次抽签${inspector.cap}户`],
        [
          '能否抽签',
          inspector.ineligible.length === 0 ? (
            '能'
          ) : (
            <StateText kind="none">不能：{inspector.ineligible.join('；')}</StateText>
          ),
        ],
      ]}
    />
  );
}

function Duty({ inspector }: { readonly inspector: InspectorView }) {
  const may = useMay();
  const { today } = useDesk();
  const [changing, setChanging] = useState(false);
  const leaves = inspector.status.kind === 'on-duty';
  const verb = leaves ? '登记离岗' : '登记回岗';
  if (!may('change-inspector-duty')) return null;
  return (
    <Block>
      {changing ? (
        <CommandForm
          route={registryRoutes.changeInspectorDuty}
          initial={{ since: today, reason: '' }}
          fixed={{ id: inspector.id, version: inspector.version, duty: leaves ? 'off-duty' : 'on-duty' }}
          names={{ since: '自哪天起', reason: '原因' }}
          look="plain"
          verb={verb}
          onDone={() => setChanging(false)}
          aside={<Button onPress={() => setChanging(false)}>不登记</Button>}
        >
          <DateField name="since" label="自哪天起" />
          <LongTextField name="reason" label="原因" rows={2} hint="如调离、退休、借调、休假。" />
        </CommandForm>
      ) : (
        <Button look="small" onPress={() => setChanging(true)}>
          {verb}
        </Button>
      )}
    </Block>
  );
}
