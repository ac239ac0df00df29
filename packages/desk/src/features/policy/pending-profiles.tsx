import { policyRoutes, type ProfileProposalView } from '@mingchou/contract';
import { policyDifferences, type PolicyProfile } from '@mingchou/domain';
import { useState } from 'react';
import { useCommand, useQueryRoute } from '../../api/index.ts';
import { useMay } from '../../app/session.ts';
import {
  Button,
  Dialog,
  DialogAnswers,
  formatDate,
  formatMoment,
  Panel,
  RefusalNote,
  StateText,
} from '../../design/index.ts';
import { CommandForm, LongTextField } from '../../form/index.ts';
import { DifferenceTable } from './rule-chip.tsx';

/** Whole profiles that wait for another person, each with what it would change. */
export function PendingProfiles({ current }: { readonly current: PolicyProfile }) {
  const history = useQueryRoute(policyRoutes.policyHistory, {});
  const waiting = (history.data?.proposals ?? []).filter(({ status }) => status === 'waiting');
  return waiting.map((proposal) => <Pending key={proposal.id} proposal={proposal} current={current} />);
}

function Pending({ proposal, current }: { readonly proposal: ProfileProposalView; readonly current: PolicyProfile }) {
  const { profile, proposed, reason } = proposal;
  const keys = policyDifferences(current, profile).map(({ key }) => key);
  return (
    <Panel title="待批准的整份规则" sub={`${formatDate(profile.effectiveOn)}起，${keys.length}项与现行的不同`}>
      <div className="panel-body">
        <p>
          {proposed.name} {formatMoment(proposed.at)}提出：{reason}
        </p>
        <Answer proposal={proposal} />
      </div>
      <DifferenceTable keys={keys} left={current} right={profile} titles={['现行规则', '提出的规则']} />
    </Panel>
  );
}

function Answer({ proposal: { id, version, mine } }: { readonly proposal: ProfileProposalView }) {
  const may = useMay();
  const [open, setOpen] = useState<'approve' | 'decline'>();
  const mayApprove = may('approve-profile') && !mine;
  const close = () => setOpen(undefined);
  if (!mayApprove && !mine) return <StateText kind="waiting">待另一人批准</StateText>;
  const verb = mine ? '撤回整份规则' : '不批准';
  return (
    <p className="button-row">
      {mayApprove && (
        <Button look="small" onPress={() => setOpen('approve')}>
          批准整份规则
        </Button>
      )}{' '}
      <Button look="small" onPress={() => setOpen('decline')}>
        {verb}
      </Button>
      {open === 'approve' && <ApproveDialog id={id} version={version} onClose={close} />}
      <Dialog open={open === 'decline'} title={`${verb}？`} onClose={close}>
        <CommandForm
          route={policyRoutes.declineProfile}
          initial={{ reason: '' }}
          fixed={{ id, version }}
          names={{ reason: '理由' }}
          verb={verb}
          onDone={close}
          aside={<Button onPress={close}>返回</Button>}
        >
          <LongTextField name="reason" label="理由" rows={2} maxLength={500} />
        </CommandForm>
      </Dialog>
    </p>
  );
}

function ApproveDialog(props: Pick<ProfileProposalView, 'id' | 'version'> & { readonly onClose: () => void }) {
  const approve = useCommand(policyRoutes.approveProfile);
  const { id, version, onClose } = props;
  const give = async () => {
    const outcome = await approve.give({ id, version });
    if (outcome.ok) onClose();
  };
  return (
    <Dialog open title="批准并采用整份规则？" width={520} onClose={onClose}>
      <p>采用后各项从生效日起按新规则，已开始的任务仍按当时的规则。现行的一版留在历史里。</p>
      <RefusalNote refusal={approve.refusal} />
      <DialogAnswers>
        <Button onPress={onClose}>先不批准</Button>
        <Button look="main" busy={approve.pending} onPress={() => void give()}>
          批准整份规则
        </Button>
      </DialogAnswers>
    </Dialog>
  );
}
