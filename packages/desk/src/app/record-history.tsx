import { auditRoutes } from '@mingchou/contract';
import { parseInstant } from '@mingchou/domain';
import type { ReactNode } from 'react';
import { useQueryRoute } from '../api/use-query-route.ts';
import { History, type HistoryEntry } from '../design/history.tsx';
import { Panel } from '../design/panel.tsx';
import { Waiting } from '../design/waiting.tsx';
import { eventWords } from './event-words.ts';
import { useDesk } from './session.ts';

/** 办理记录 of one record, from the log: `<RecordHistory aggregateId={plan.id} />`; `children` stand below a hairline. */
export function RecordHistory({
  aggregateId,
  children,
}: {
  readonly aggregateId: string;
  readonly children?: ReactNode;
}) {
  const { year, session } = useDesk();
  const { terms } = session.bureau;
  const asked = useQueryRoute(auditRoutes.listHistory, { aggregateId });
  if (asked.data === undefined) {
    return (
      <Panel as="aside" title="办理记录">
        <Waiting on={asked} lines={3} />
      </Panel>
    );
  }
  const entries = asked.data.rows.flatMap((row): readonly HistoryEntry[] => {
    const at = parseInstant(row.at);
    return at === undefined
      ? []
      : [{ key: row.entryId, at, text: `${row.actorName}${eventWords(row.eventType, terms)}` }];
  });
  return (
    <History entries={[...entries].sort((a, b) => (a.at < b.at ? 1 : -1))} pageYear={year}>
      {children}
    </History>
  );
}
