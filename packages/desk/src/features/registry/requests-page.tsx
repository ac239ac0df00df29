import { registryRoutes, type SubjectRequestView } from '@mingchou/contract';
import { requestTitles } from '@mingchou/domain';
import { useState } from 'react';
import { useAddress } from '../../address/address.ts';
import { useCommand, useQueryRoute } from '../../api/index.ts';
import { useDesk, useMay } from '../../app/session.ts';
import { Term } from '../../app/term.tsx';
import {
  Button,
  Columns,
  Empty,
  formatMoment,
  Link,
  PageHead,
  Panel,
  RefusalNote,
  StateText,
} from '../../design/index.ts';
import { CommandForm, LongTextField } from '../../form/index.ts';
import { QueryTable } from '../../table/index.ts';

/** 底册 · 待批变动: which changes of the registry wait for whose word? */
export function RequestsPage() {
  const { year } = useDesk();
  const { search, setSearch } = useAddress();
  const state = search['state'] === 'answered' ? 'answered' : 'waiting';
  const listed = useQueryRoute(registryRoutes.listSubjectRequests, { state, size: 200 });
  const open = listed.data?.rows.find(({ id }) => id === search['request']);
  return (
    <>
      <PageHead title="待批变动" meta={listed.data === undefined ? null : ruleWords[listed.data.rule]} />
      <Columns side={396}>
        <Panel label="待批的名录变动">
          <QueryTable
            name="registry.requests"
            route={registryRoutes.listSubjectRequests}
            chips={[{ key: 'state', label: '情况', options: [{ value: 'answered', label: '已答复' }] }]}
            columns={[
              { key: 'name', title: '对象', render: (row) => <b>{row.name}</b> },
              { key: 'kind', title: '变动', width: 90, render: (row) => requestTitles[row.kind] },
              {
                key: 'asked',
                title: '提出',
                width: 190,
                render: (row) => `${row.asked.name} ${formatMoment(row.asked.at, year)}`,
              },
              { key: 'answer', title: '情况', width: 150, render: (row) => <Answer request={row} /> },
            ]}
            rowKey={(row) => row.id}
            rowName={(row) => row.name}
            onOpen={(row) => setSearch({ request: row.id === search['request'] ? '' : row.id })}
            openKey={search['request']}
            empty={<Empty>没有等批准的名录变动。本局规则要求批准的，会在这里等另一人决定。</Empty>}
          />
        </Panel>
        {open === undefined ? (
          <Panel as="aside" title="变动内容" padded>
            <p className="hint">在左边选一项，这里是改动前后的对照。批准以后名录才变。</p>
          </Panel>
        ) : (
          <RequestPane key={open.id} request={open} onClose={() => setSearch({ request: '' })} />
        )}
      </Columns>
    </>
  );
}

const ruleWords = {
  none: '本局规则没有要求名录变动经批准',
  'section-chiefs': '业务{section}提出的名录变动，经{legalSection}或{deputyDirector}批准后生效',
  everyone: '一切名录变动经他人批准后生效',
} as const;

function Answer({ request: { answer } }: { readonly request: SubjectRequestView }) {
  if (answer.kind === 'waiting') return <StateText kind="waiting">待批准</StateText>;
  if (answer.kind === 'approved') return <StateText kind="done">{answer.name}批准</StateText>;
  return <StateText kind="returned">{answer.name}不批准</StateText>;
}

function RequestPane({ request, onClose }: { readonly request: SubjectRequestView; readonly onClose: () => void }) {
  return (
    <Panel
      as="aside"
      title={request.name}
      sub={`${request.asked.name}提出${requestTitles[request.kind]}`}
      onClose={onClose}
      padded
    >
      {request.reason !== null && <p>理由：{request.reason}</p>}
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">内容</th>
            <th scope="col">现在</th>
            <th scope="col">改为</th>
          </tr>
        </thead>
        <tbody>
          {request.changes.map(({ field, from, to }) => (
            <tr key={field}>
              <td>{field}</td>
              <td>{from ?? '空'}</td>
              <td>
                <b>{to ?? '空'}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {request.kind !== 'add' && (
        <p>
          <Link to={`/registry?subject=${request.subjectId}`}>查看现在的登记</Link>
        </p>
      )}
      {request.answer.kind === 'declined' && <p>不批准的理由：{request.answer.reason}</p>}
      {request.answer.kind === 'waiting' && <Decide request={request} />}
    </Panel>
  );
}

function Decide({ request }: { readonly request: SubjectRequestView }) {
  const may = useMay();
  const { session } = useDesk();
  const answer = useCommand(registryRoutes.answerSubjectRequest);
  const [declining, setDeclining] = useState(false);
  if (request.asked.personId === session.person.id) return <p className="hint">您提出的变动由他人批准。</p>;
  if (!may('answer-subject-request'))
    return (
      <p className="hint">
        由<Term of="legalSection" />或<Term of="deputyDirector" />
        批准。
      </p>
    );
  if (declining) {
    return (
      <CommandForm
        route={registryRoutes.answerSubjectRequest}
        initial={{ reason: '' }}
        fixed={{ id: request.id, answer: 'declined' }}
        names={{ reason: '不批准的理由' }}
        look="plain"
        verb="不批准变动"
        onDone={() => setDeclining(false)}
        aside={<Button onPress={() => setDeclining(false)}>返回</Button>}
      >
        <LongTextField name="reason" label="不批准的理由" rows={2} />
      </CommandForm>
    );
  }
  return (
    <>
      <div className="buttons">
        <Button
          look="main"
          busy={answer.pending}
          onPress={() => void answer.give({ id: request.id, answer: 'approved' })}
        >
          批准变动
        </Button>
        <Button onPress={() => setDeclining(true)}>不批准</Button>
      </div>
      <RefusalNote refusal={answer.refusal} />
    </>
  );
}
