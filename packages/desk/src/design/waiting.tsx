import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Refused } from '../api/outcome.ts';
import { mayRetry } from '../api/outcome.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import './waiting.css';
import type { RefusalReply } from '@mingchou/contract';

interface Asked {
  readonly error: Refused | null;
  readonly refetch: () => unknown;
}

/** Stands where the answer of a query will stand: nothing for 300 ms, then grey lines; or why it could not be read. */
export function Waiting({ on, lines = 6 }: { readonly on: Asked; readonly lines?: number }) {
  if (on.error !== null) return <Failure error={on.error} onRetry={on.refetch} />;
  return <Loading lines={lines} />;
}

export function Loading({ lines = 6 }: { readonly lines?: number }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="loading" aria-busy="true" style={{ visibility: shown ? 'visible' : 'hidden' }}>
      <span className="sr">{shown ? '正在读取' : ''}</span>
      {Array.from({ length: lines }, (_, place) => (
        <i key={place} />
      ))}
    </div>
  );
}

/** 系统没有办成，数据没有改动。编号 7F3A-21C8，已记录。[重试] — or the refusal's own words. */
export function Failure({ error, onRetry }: { readonly error: Refused; readonly onRetry: () => unknown }) {
  return (
    <div className="failure" role="alert">
      <RefusalText refusal={error.refusal} />{' '}
      {mayRetry(error.status) && (
        <Button look="small" onPress={() => void onRetry()}>
          重试
        </Button>
      )}
    </div>
  );
}

/** Why a command was not done, beside its button or above its form. `children` is the way on: 补排除理由. */
export function RefusalNote({
  refusal,
  children,
}: {
  readonly refusal: RefusalReply | undefined;
  readonly children?: ReactNode;
}) {
  const note = useRef<HTMLDivElement>(null);
  // The button may stand at the foot of a long form and the note at its head.
  // Newer browsers answer scrollIntoView with a promise, which React would take for the effect's cleanup.
  useEffect(() => {
    note.current?.scrollIntoView({ block: 'nearest' });
  }, [refusal]);
  if (refusal === undefined) return null;
  return (
    <div className="refusal-note" role="alert" ref={note}>
      <RefusalText refusal={refusal} />
      {children}
    </div>
  );
}

function RefusalText({ refusal }: { readonly refusal: RefusalReply }) {
  return (
    <p>
      <Icon name="octagon" tone="late" /> {refusal.message}
      {refusal.correlationId !== undefined && (
        <>
          编号 <span className="mono">{refusal.correlationId}</span>，已记录。
        </>
      )}
    </p>
  );
}

/** What will be here, why it is empty, one way on. */
export function Empty({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {action}
    </div>
  );
}

/** Amber strip while the machine is off line: what is kept and where. */
export function OfflineStrip() {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = () => setOnline(navigator.onLine);
    window.addEventListener('online', update);
    window.addEventListener('offline', update);
    return () => {
      window.removeEventListener('online', update);
      window.removeEventListener('offline', update);
    };
  }, []);
  if (online) return null;
  return (
    <p className="offline-strip" role="status">
      <Icon name="triangle" /> 网络已断开。正在填写的内容保存在这台电脑上，连上后可继续提交。
    </p>
  );
}

/** 吕审刚在10:41改过，左边是您的，右边是现在的: both drafts field by field; the officer chooses, the software does not. */
export function StaleCompare({
  sentence,
  rows,
  children,
}: {
  readonly sentence: string;
  readonly rows: readonly {
    readonly field: string;
    readonly mine: ReactNode;
    readonly current: ReactNode;
    readonly same: boolean;
  }[];
  /** The two ways on, as buttons: 用现在的, 以我的重新保存. */
  readonly children: ReactNode;
}) {
  return (
    <div className="stale-compare">
      <p>
        <Icon name="triangle" tone="soon" /> {sentence}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">您的</th>
            <th scope="col">现在的</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.field} className={row.same ? '' : 'differs'}>
              <th scope="row">{row.field}</th>
              <td>{row.mine}</td>
              <td>{row.current}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="stale-ways">{children}</div>
    </div>
  );
}
