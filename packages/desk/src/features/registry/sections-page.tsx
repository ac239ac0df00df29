import { registryRoutes, type SectionParts } from '@mingchou/contract';
import { useState } from 'react';
import { useCommand, useQueryRoute } from '../../api/index.ts';
import { useDesk, useMay } from '../../app/session.ts';
import { Term } from '../../app/term.tsx';
import {
  Button,
  formatMoment,
  Link,
  PageHead,
  Panel,
  RefusalNote,
  Stack,
  StateText,
  Waiting,
} from '../../design/index.ts';
import { CommandForm, LongTextField } from '../../form/index.ts';

type Part = SectionParts['rows'][number];

/** 底册 · 分册上报: has every section answered for its part of the base? */
export function SectionsPage() {
  const { session } = useDesk();
  const parts = useQueryRoute(registryRoutes.listSectionParts, {});
  if (parts.data === undefined) return <Waiting on={parts} />;
  const { rows, unassigned, total } = parts.data;
  const word = session.bureau.terms.section;
  return (
    <>
      <PageHead title="分册上报" meta={sumOf(parts.data)} />
      <Stack>
        <Panel label={`各${word}的分名录`}>
          <table className="plain-table">
            <thead>
              <tr>
                <th>{word}</th>
                <th className="number">
                  <Term of="subject" />
                </th>
                <th className="number">其中重点</th>
                <th>上报情况</th>
                <th aria-label="办理" />
              </tr>
            </thead>
            <tbody>
              {rows.map((part) => (
                <PartRow key={part.sectionId} part={part} />
              ))}
              {unassigned > 0 && (
                <tr>
                  <td>没有指定{word}</td>
                  <td className="number">{unassigned}</td>
                  <td />
                  <td>
                    <StateText kind="soon">没有{word}负责，请在登记内容里指定</StateText>
                  </td>
                  <td />
                </tr>
              )}
            </tbody>
            <tfoot>
              <tr className="sum">
                <td>全局</td>
                <td className="number">{total}</td>
                <td className="number">{rows.reduce((sum, { priority }) => sum + priority, 0)}</td>
                <td colSpan={2} />
              </tr>
            </tfoot>
          </table>
        </Panel>
      </Stack>
    </>
  );
}

/** 133家＝6煤矿股＋… */
function sumOf({ rows, unassigned, total }: SectionParts): string {
  const parts = rows.filter((part) => part.total > 0).map((part) => `${part.total}${part.name}`);
  if (unassigned > 0) parts.push(`${unassigned}没有指定`);
  return parts.length === 0 ? `${total}家` : `${total}家＝${parts.join('＋')}`;
}

function PartRow({ part }: { readonly part: Part }) {
  return (
    <tr>
      <td>
        <Link to={`/registry?sectionId=${part.sectionId}`}>{part.name}</Link>
      </td>
      <td className="number">{part.total}</td>
      <td className="number">{part.priority}</td>
      <td>
        <Reported part={part} />
      </td>
      <td>
        <Acts part={part} />
      </td>
    </tr>
  );
}

function Reported({ part }: { readonly part: Part }) {
  const { year } = useDesk();
  const { report } = part;
  if (report === null) return part.total === 0 ? <>—</> : <StateText kind="not-begun">未上报</StateText>;
  const who = `${formatMoment(report.reported.at, year)} ${report.reported.name}上报${report.total}家`;
  if (report.answer.kind === 'waiting')
    return (
      <StateText kind="waiting">
        待<Term of="legalSection" />
        确认：{who}
      </StateText>
    );
  if (report.answer.kind === 'returned') {
    return (
      <StateText kind="returned">
        退回：{report.answer.reason}（{report.answer.name}）
      </StateText>
    );
  }
  if (report.changedSince) return <StateText kind="soon">{who}，已确认；此后有变动，请再报</StateText>;
  return <StateText kind="done">{`${who}，${report.answer.name}确认，和现在相符`}</StateText>;
}

/** The section reports, the legal section answers; each sees only what is his to do. */
function Acts({ part }: { readonly part: Part }) {
  const may = useMay();
  const { session } = useDesk();
  const report = useCommand(registryRoutes.reportSection);
  const answer = useCommand(registryRoutes.answerSectionReport);
  const [returning, setReturning] = useState(false);
  const waiting = part.report?.answer.kind === 'waiting' ? part.report : null;
  const own = session.person.roles.includes('legalClerk') || session.person.section?.id === part.sectionId;
  if (waiting === null) {
    const settled = part.report?.answer.kind === 'confirmed' && !part.report.changedSince;
    // 办公室 and the like keep no part of the base; they have nothing to report.
    const empty = part.total === 0 && part.report === null;
    if (!may('report-section-registry') || !own || settled || empty) return null;
    return (
      <>
        <Button look="small" busy={report.pending} onPress={() => void report.give({ sectionId: part.sectionId })}>
          上报{part.total}家
        </Button>
        <RefusalNote refusal={report.refusal} />
      </>
    );
  }
  if (!may('answer-section-report') || waiting.reported.name === session.person.name) return null;
  if (returning) {
    return (
      <CommandForm
        route={registryRoutes.answerSectionReport}
        initial={{ reason: '' }}
        fixed={{ id: waiting.id, answer: 'returned' }}
        names={{ reason: '退回理由' }}
        look="plain"
        verb="退回补正"
        onDone={() => setReturning(false)}
        aside={<Button onPress={() => setReturning(false)}>不退回</Button>}
      >
        <LongTextField name="reason" label="退回理由" rows={2} />
      </CommandForm>
    );
  }
  return (
    <>
      <Button
        look="small"
        busy={answer.pending}
        onPress={() => void answer.give({ id: waiting.id, answer: 'confirmed' })}
      >
        确认{waiting.total}家
      </Button>{' '}
      <Button look="small" onPress={() => setReturning(true)}>
        退回补正
      </Button>
      <RefusalNote refusal={answer.refusal} />
    </>
  );
}
