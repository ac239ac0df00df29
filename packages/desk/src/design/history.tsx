import type { Instant } from '@mingchou/domain';
import type { ReactNode } from 'react';
import './history.css';
import { formatMoment } from './format.ts';
import { Panel } from './panel.tsx';

export interface HistoryEntry {
  readonly key: string;
  readonly at: Instant;
  /** Who did what, as a sentence: 何书冻结名单. */
  readonly text: ReactNode;
  /** Field by field what changed, when the record keeps it. */
  readonly changes?: readonly { readonly field: string; readonly from: string; readonly to: string }[];
}

/** 办理记录: who, when, what changed; newest first. `children` stand below a hairline (作废本次抽签). */
export function History({
  entries,
  pageYear,
  children,
}: {
  readonly entries: readonly HistoryEntry[];
  readonly pageYear?: number;
  readonly children?: ReactNode;
}) {
  return (
    <Panel as="aside" title="办理记录">
      <ol className="history">
        {entries.map((entry) => (
          <li key={entry.key}>
            <time dateTime={entry.at}>{formatMoment(entry.at, pageYear)}</time>
            <span>
              {entry.text}
              {entry.changes?.map((change) => (
                <small key={change.field}>
                  {change.field}：<del>{change.from === '' ? '空' : change.from}</del> →{' '}
                  {change.to === '' ? '空' : change.to}
                </small>
              ))}
            </span>
          </li>
        ))}
        {entries.length === 0 && <li className="hint">还没有办理记录。</li>}
      </ol>
      {children !== undefined && <div className="history-foot">{children}</div>}
    </Panel>
  );
}
