import { type AuditEntryView, auditRoutes } from '@mingchou/contract';
import { parseInstant, type Terms } from '@mingchou/domain';
import { useDesk, useMay } from '../../app/session.ts';
import { useQueryRoute } from '../../api/index.ts';
import {
  Button,
  Empty,
  Hash,
  PageHead,
  Panel,
  Stack,
  StateTag,
  StateText,
  Waiting,
  formatMoment,
  useTerms,
} from '../../design/index.ts';
import { type Column, QueryTable } from '../../table/index.ts';
import { useState } from 'react';
import { eventWords, nounWords } from '../../app/event-words.ts';

/** 办理日志: who did what, when, and has the log been touched since? */
export function AuditPage() {
  const { year } = useDesk();
  const terms = useTerms();
  const may = useMay();
  const [verifying, setVerifying] = useState(false);
  return (
    <>
      <PageHead
        title="办理日志"
        meta="每办一件事记一条，逐条相连，只增不改"
        actions={
          may('verify-audit-chain') && (
            <Button look="main" onPress={() => setVerifying(true)}>
              重算留痕链
            </Button>
          )
        }
      />
      <Stack>
        {verifying && <ChainReport />}
        <Panel label="办理日志">
          <QueryTable
            name="audit.entries"
            route={auditRoutes.listAuditEntries}
            columns={columnsFor(year, terms)}
            rowKey={(row) => row.entryId}
            rowName={(row) => `${row.actorName}${eventWords(row.eventType, terms)}`}
            defaults={{ size: 50 }}
            chips={[
              {
                key: 'noun',
                label: '类别',
                options: Object.entries(nounWords).map(([value, label]) => ({ value, label })),
              },
            ]}
            empty={<Empty>还没有办理记录。办成第一件事后，这里就有第一条。</Empty>}
          />
        </Panel>
      </Stack>
    </>
  );
}

function columnsFor(year: number, terms: Terms): readonly Column<AuditEntryView>[] {
  return [
    {
      key: 'position',
      title: '序',
      align: 'number',
      width: 70,
      render: (row) => row.position ?? <span className="hint">待入链</span>,
    },
    {
      key: 'at',
      title: '时间',
      width: 150,
      render: (row) => {
        const at = parseInstant(row.at);
        return <span className="nw">{at === undefined ? row.at : formatMoment(at, year)}</span>;
      },
    },
    { key: 'actor', title: '谁', width: 110, render: (row) => row.actorName },
    { key: 'noun', title: '类别', width: 100, render: (row) => nounWords[row.noun] ?? row.noun },
    { key: 'event', title: '办了什么', render: (row) => eventWords(row.eventType, terms) },
    { key: 'aggregate', title: '记录编号', align: 'code', hiddenAtFirst: true, render: (row) => row.aggregateId },
    {
      key: 'hash',
      title: '本条指纹',
      align: 'code',
      hiddenAtFirst: true,
      width: 250,
      render: (row) =>
        row.hash === null ? '—' : <Hash value={row.hash} name={`第${row.position}条指纹`} short size="small" />,
    },
  ];
}

/** The chain computed again from its first entry, with what was and was not found. */
function ChainReport() {
  const asked = useQueryRoute(auditRoutes.verifyAuditChain, {});
  const report = asked.data;
  if (report === undefined)
    return (
      <Panel title="重算留痕链">
        <Waiting on={asked} lines={2} />
      </Panel>
    );
  return (
    <Panel
      title="重算留痕链"
      sub={`从第1条算到第${report.length}条${report.waiting === 0 ? '' : `，另有${report.waiting}条待入链、没有核`}`}
      right={
        report.fault === null ? (
          <StateTag kind="done">每条都与写入时相同</StateTag>
        ) : (
          <StateTag kind="late">有一条对不上</StateTag>
        )
      }
      padded
    >
      {report.fault === null ? (
        <p>
          末条指纹 <Hash value={report.head} name="末条指纹" />
        </p>
      ) : (
        <p>
          <StateText kind="late">
            第{report.fault.position ?? '？'}条与前后对不上。请停止办理，保留数据库原样，联系系统管理员。
          </StateText>
        </p>
      )}
    </Panel>
  );
}
