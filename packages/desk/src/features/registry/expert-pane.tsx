import { type ExpertView, registryRoutes } from '@mingchou/contract';
import { conflictKindTitles } from '@mingchou/domain';
import { useState } from 'react';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk, useMay } from '../../app/session.ts';
import { Block, Button, formatDate, Link, Panel, Particulars, StateText, Waiting } from '../../design/index.ts';
import { CommandForm, DateField, LongTextField, RadioField } from '../../form/index.ts';
import { ChangeHistory } from './change-history.tsx';
import { optionsOf } from './choices.ts';
import { Contact } from './contact.tsx';
import { SubjectChoice } from './declare-conflict.tsx';

/** 一人一档 beside the list. */
export function ExpertPane({ expertId, onClose }: { readonly expertId: string; readonly onClose: () => void }) {
  const expert = useQueryRoute(registryRoutes.showExpert, { id: expertId });
  const may = useMay();
  if (expert.data === undefined || expert.data.id !== expertId) {
    return (
      <Panel as="aside" title="一人一档" onClose={onClose}>
        <Waiting on={expert} />
      </Panel>
    );
  }
  const change = may('change-expert') && expert.data.withdrawn === null;
  return (
    <>
      <Panel as="aside" title={expert.data.name} onClose={onClose}>
        <Block
          title="登记内容"
          right={
            change && (
              <Link to={`/registry/experts/${expertId}/change`} button="small">
                修改登记
              </Link>
            )
          }
        >
          <Registered expert={expert.data} />
        </Block>
        <Block title="联系">
          <Contact of="expert" id={expertId} masked={expert.data.contact} names={{ phone: '手机' }} />
        </Block>
        <Relations expert={expert.data} />
        {may('withdraw-expert') && expert.data.withdrawn === null && <Withdraw expert={expert.data} />}
      </Panel>
      <ChangeHistory history={expert.data.history} added="登记入册" />
    </>
  );
}

function Registered({ expert }: { readonly expert: ExpertView }) {
  const { year } = useDesk();
  const { withdrawn } = expert;
  return (
    <Particulars
      rows={[
        ['所在单位', expert.organisation],
        ['专业', [expert.field, expert.title].filter((part) => part !== null).join('，')],
        ['可协助行业', expert.sectors.map(({ name }) => name).join('、') || '没有指定'],
        ['聘期至', formatDate(expert.appointedUntil, year)],
        [
          '能否协助',
          expert.mayAssist ? (
            '能'
          ) : (
            <StateText kind="none">
              {withdrawn === null ? '聘期已满' : `${formatDate(withdrawn.since, year)}退出：${withdrawn.reason}`}
            </StateText>
          ),
        ],
      ]}
    />
  );
}

/** GX-04: with which objects the expert has to do; he is not asked along there. */
function Relations({ expert }: { readonly expert: ExpertView }) {
  const may = useMay();
  const [open, setOpen] = useState<'none' | 'new' | string>('none');
  const close = () => setOpen('none');
  return (
    <Block title="利害关系">
      {expert.conflicts.length === 0 && <p className="hint">没有登记利害关系。</p>}
      {expert.conflicts.map((one) => (
        <div key={one.id}>
          <p>
            {one.withdrawn === null ? <b>{one.subjectName}</b> : <del>{one.subjectName}</del>}{' '}
            {conflictKindTitles[one.kind]}：{one.reason}
            {one.withdrawn !== null && `（已撤回：${one.withdrawn}）`}{' '}
            {one.withdrawn === null && may('withdraw-expert-conflict') && open !== one.id && (
              <Button look="text" onPress={() => setOpen(one.id)}>
                撤回
              </Button>
            )}
          </p>
          {open === one.id && (
            <CommandForm
              route={registryRoutes.withdrawExpertConflict}
              initial={{ reason: '' }}
              fixed={{ id: one.id }}
              names={{ reason: '撤回理由' }}
              look="plain"
              verb="撤回利害关系"
              onDone={close}
              aside={<Button onPress={close}>不撤回</Button>}
            >
              <LongTextField name="reason" label="撤回理由" rows={2} />
            </CommandForm>
          )}
        </div>
      ))}
      {may('declare-expert-conflict') && open !== 'new' && (
        <Button look="small" onPress={() => setOpen('new')}>
          登记利害关系
        </Button>
      )}
      {open === 'new' && (
        <CommandForm
          route={registryRoutes.declareExpertConflict}
          initial={{ subjectId: '', kind: '', reason: '' }}
          fixed={{ expertId: expert.id }}
          names={{ subjectId: '{subject}', kind: '关系', reason: '说明' }}
          look="plain"
          verb="登记利害关系"
          onDone={close}
          aside={<Button onPress={close}>不登记</Button>}
        >
          <SubjectChoice />
          <RadioField name="kind" label="关系" options={optionsOf(conflictKindTitles)} />
          <LongTextField name="reason" label="说明" rows={2} hint="写明是什么关系、何时。" />
        </CommandForm>
      )}
    </Block>
  );
}

function Withdraw({ expert }: { readonly expert: ExpertView }) {
  const { today } = useDesk();
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <Block>
        <Button look="small" onPress={() => setOpen(true)}>
          登记退出名录
        </Button>
      </Block>
    );
  }
  return (
    <Block>
      <CommandForm
        route={registryRoutes.withdrawExpert}
        initial={{ since: today, reason: '' }}
        fixed={{ id: expert.id, version: expert.version }}
        names={{ since: '自哪天起', reason: '原因' }}
        look="plain"
        verb="登记退出名录"
        onDone={() => setOpen(false)}
        aside={<Button onPress={() => setOpen(false)}>不登记</Button>}
      >
        <DateField name="since" label="自哪天起" />
        <LongTextField name="reason" label="原因" rows={2} />
      </CommandForm>
    </Block>
  );
}
