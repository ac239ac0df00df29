import { type SubjectView, registryRoutes } from '@mingchou/contract';
import {
  codeKindTitles,
  groundTitles,
  priorityTitles,
  requestTitles,
  standardisationTitles,
  subjectKindTitles,
} from '@mingchou/domain';
import { useState } from 'react';
import { useAddress } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk, useMay } from '../../app/session.ts';
import { Block, Button, Link, Panel, Particulars, StateText, Waiting, formatDate } from '../../design/index.ts';
import { ChangeHistory } from './change-history.tsx';
import { statusLook } from './choices.ts';
import { ConflictLines } from './conflict-lines.tsx';
import { Contact } from './contact.tsx';
import { Occurrences } from './occurrences.tsx';
import { OutsideVisits } from './outside-visits.tsx';
import { StatusForm } from './status-form.tsx';

/** 一企一档 beside the list. */
export function SubjectPane({ subjectId, onClose }: { readonly subjectId: string; readonly onClose: () => void }) {
  const subject = useQueryRoute(registryRoutes.showSubject, { id: subjectId });
  const may = useMay();
  // The list may show an earlier day; the pane always shows today, and its history the days between.
  const past = useAddress().search['asOf'] !== undefined;
  if (subject.data === undefined || subject.data.id !== subjectId) {
    return (
      <Panel as="aside" title="一企一档" onClose={onClose}>
        <Waiting on={subject} />
      </Panel>
    );
  }
  return (
    <>
      <Panel as="aside" title={subject.data.name} sub={past ? '现在的登记' : undefined} onClose={onClose}>
        {subject.data.waiting !== null && (
          <Block>
            <StateText kind="waiting">{`${subject.data.waiting.asked.name}提出${requestTitles[subject.data.waiting.kind]}，待批准`}</StateText>{' '}
            <Link to={`/registry/requests?request=${subject.data.waiting.id}`}>查看变动</Link>
          </Block>
        )}
        <Block
          title="登记内容"
          right={
            may('change-subject') && (
              <Link to={`/registry/subjects/${subjectId}/change`} button="small">
                修改登记
              </Link>
            )
          }
        >
          <Registered subject={subject.data} />
        </Block>
        <Block title="联系">
          <Contact of="subject" id={subjectId} masked={subject.data.contact} names={contactNames} />
        </Block>
        <Occurrences subject={subject.data} />
        <OutsideVisits subject={subject.data} />
        <Block title="利害关系">
          <ConflictLines conflicts={subject.data.conflicts} name={(conflict) => conflict.inspectorName} />
        </Block>
        <Status subject={subject.data} />
      </Panel>
      <ChangeHistory history={subject.data.history} added="登记入册" />
    </>
  );
}

const contactNames = { contactName: '联系人', contactPhone: '电话', name: '联系人', phone: '电话' };

function Registered({ subject }: { readonly subject: SubjectView }) {
  const { session, year } = useDesk();
  const { kind, text } = statusLook(subject.status);
  const { since, reason } = subject.status;
  return (
    <Particulars
      rows={[
        [codeKindTitles[subject.codeKind].slice(-4), <span className="mono">{subject.code}</span>],
        ...(subject.codeKeptReason === null
          ? []
          : [['代码末位', <StateText kind="soon">不符，按执照保留：{subject.codeKeptReason}</StateText>] as const]),
        ['类别', `${subject.sectorName}，${priorityTitles[subject.priority]}`],
        ['状态', kind === undefined ? text : <StateText kind={kind}>{text}</StateText>],
        ...(since === null ? [] : [['起始', `${formatDate(since, year)}，${reason ?? ''}`] as const]),
        ...(subject.grounds.length === 0
          ? []
          : [['重点理由', subject.grounds.map((ground) => groundTitles[ground]).join('、')] as const]),
        ['对象类型', subjectKindTitles[subject.kind]],
        ...(subject.formerNames.length === 0 ? [] : [['曾用名', subject.formerNames.join('、')] as const]),
        ['地址', subject.address],
        ...(subject.location === null ? [] : [['经纬度', <span className="mono">{subject.location}</span>] as const]),
        ['行政区划', <CodeText code={subject.region} meaning={subject.regionMeaning} />],
        ['行业代码', <CodeText code={subject.industry} meaning={subject.industryMeaning} />],
        [`责任${session.bureau.terms.section}`, subject.sectionName ?? '没有指定'],
        ['信用等级', gradeText(subject, year)],
        ['标准化', subject.standardisation === null ? '没有登记' : standardisationTitles[subject.standardisation]],
      ]}
    />
  );
}

/** A national code with what it means today; amber where it has been abolished or the table does not know it. */
function CodeText({ code, meaning }: { readonly code: string | null; readonly meaning: SubjectView['regionMeaning'] }) {
  if (code === null || meaning === null) return <>没有登记</>;
  return (
    <>
      <span className="mono">{code}</span>{' '}
      {meaning.question ? <StateText kind="soon">{meaning.text}</StateText> : meaning.text}
    </>
  );
}

function gradeText({ creditGrade, gradeSource, gradeOn }: SubjectView, year: number): string {
  if (creditGrade === null) return '没有登记';
  const origin = [gradeSource, gradeOn === null ? null : formatDate(gradeOn, year)].filter((part) => part !== null);
  return origin.length === 0 ? creditGrade : `${creditGrade}，${origin.join('，')}`;
}

function Status({ subject }: { readonly subject: SubjectView }) {
  const may = useMay();
  const [changing, setChanging] = useState(false);
  if (!may('change-subject-status')) return null;
  return (
    <Block>
      {changing ? (
        <StatusForm key={subject.version} subject={subject} onDone={() => setChanging(false)} />
      ) : (
        <Button look="small" onPress={() => setChanging(true)}>
          登记状态变动
        </Button>
      )}
    </Block>
  );
}
