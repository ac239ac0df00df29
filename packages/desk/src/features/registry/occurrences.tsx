import { type OccurrenceView, type PriorityProposalView, type SubjectView, registryRoutes } from '@mingchou/contract';
import { clauseTitle, groundTitles, occurrenceTitles } from '@mingchou/domain';
import { useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { useDesk, useMay } from '../../app/session.ts';
import { Block, Button, ClauseChip, formatDate, RefusalNote, StateText } from '../../design/index.ts';
import { CommandForm, DateField, LongTextField, RadioField } from '../../form/index.ts';
import { optionsOf } from './choices.ts';
import './occurrences.css';

/** What happened at the object, and what the bureau's rule proposes because of it. */
export function Occurrences({ subject }: { readonly subject: SubjectView }) {
  const may = useMay();
  const { year } = useDesk();
  const [adding, setAdding] = useState(false);
  return (
    <Block title="事故、处罚、投诉">
      {subject.proposals.map((proposal) => (
        <Proposal key={proposal.ground} subject={subject} proposal={proposal} />
      ))}
      {subject.occurrences.length === 0 && <p className="hint">没有登记。登记后，够本局规则的次数会建议列为重点。</p>}
      {subject.occurrences.map((one) => (
        <p key={one.id}>{lineOf(one, year)}</p>
      ))}
      {may('register-occurrence') && !adding && (
        <Button look="small" onPress={() => setAdding(true)}>
          登记事故、处罚或投诉
        </Button>
      )}
      {adding && <OccurrenceForm subject={subject} onDone={() => setAdding(false)} />}
    </Block>
  );
}

function lineOf({ kind, on, evidence, setAside }: OccurrenceView, year: number): string {
  const line = `${formatDate(on, year)} ${occurrenceTitles[kind]}：${evidence}`;
  return setAside === null ? line : `${line}（${setAside.by}不列为重点：${setAside.reason}）`;
}

function OccurrenceForm({ subject, onDone }: { readonly subject: SubjectView; readonly onDone: () => void }) {
  const { today } = useDesk();
  return (
    <CommandForm
      route={registryRoutes.registerOccurrence}
      initial={{ kind: '', on: today, evidence: '' }}
      fixed={{ subjectId: subject.id }}
      names={{ kind: '发生了什么', on: '日期', evidence: '依据的文书' }}
      look="plain"
      verb="登记"
      onDone={onDone}
      aside={<Button onPress={onDone}>不登记</Button>}
    >
      <RadioField name="kind" label="发生了什么" options={optionsOf(occurrenceTitles)} />
      <DateField name="on" label="日期" />
      <LongTextField name="evidence" label="依据的文书" rows={2} hint="调查报告、处罚决定书文号或查实记录。" />
    </CommandForm>
  );
}

/** Both answers stand side by side; the program only proposes. */
function Proposal({ subject, proposal }: { readonly subject: SubjectView; readonly proposal: PriorityProposalView }) {
  const may = useMay();
  const accept = useCommand(registryRoutes.acceptPriorityProposal);
  const [declining, setDeclining] = useState(false);
  const about = { id: subject.id, version: subject.version, ground: proposal.ground };
  return (
    <div className="proposal">
      <p>
        <StateText kind="soon">建议列为重点</StateText>　{groundTitles[proposal.ground]}
      </p>
      <p className="hint">{proposal.rule}</p>
      <ClauseChip
        clause={{
          title: clauseTitle(proposal.clause),
          ...(proposal.clause.verified ? {} : { standing: 'unverified' as const }),
        }}
      />
      {may('accept-priority-proposal') && !declining && (
        <p>
          <Button look="small" busy={accept.pending} onPress={() => void accept.give(about)}>
            列为重点
          </Button>{' '}
          <Button look="small" onPress={() => setDeclining(true)}>
            不列，写明理由
          </Button>
        </p>
      )}
      <RefusalNote refusal={accept.refusal} />
      {declining && (
        <CommandForm
          route={registryRoutes.declinePriorityProposal}
          initial={{ reason: '' }}
          fixed={about}
          names={{ reason: '不列为重点的理由' }}
          look="plain"
          verb="不列为重点"
          onDone={() => setDeclining(false)}
          aside={<Button onPress={() => setDeclining(false)}>再想想</Button>}
        >
          <LongTextField name="reason" label="不列为重点的理由" rows={2} />
        </CommandForm>
      )}
    </div>
  );
}
