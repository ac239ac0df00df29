import { type DrawHistoryEntry, type DrawView } from '@mingchou/contract';
import { useState } from 'react';
import { Button, History } from '../../design/index.ts';
import { Term } from '../../app/term.tsx';
import { VoidDialog } from './void-dialog.tsx';

const sentences: Readonly<Record<string, (entry: DrawHistoryEntry) => string>> = {
  'draw-prepared': ({ by }) => `${by}准备抽签`,
  'draw-redesigned': ({ by }) => `${by}改设计`,
  'draw-override-approved': ({ by }) => `${by}批准设计与计划或规则不同`,
  'draw-override-declined': ({ by, detail }) => `${by}不予批准：${detail ?? ''}`,
  'witness-link-issued': ({ by, detail }) => `${by}给见证人${detail ?? ''}发链接`,
  'witness-sealed': ({ by }) => `${by}在自己的设备上封存随机数`,
  'exclusion-override-requested': ({ by, detail }) => `${by}申请${detail ?? ''}`,
  'exclusion-override-approved': ({ by, detail }) => `${by}批准恢复或排除：${detail ?? ''}`,
  'exclusion-override-declined': ({ by, detail }) => `${by}不予恢复或排除：${detail ?? ''}`,
  'roster-frozen': ({ by }) => `${by}冻结名单`,
  'commitment-published': ({ by, detail }) => `${by}公开承诺，公开日志第${detail ?? ''}条`,
  'dice-recorded': ({ by }) => `${by}录入骰子数`,
  'dice-confirmed': ({ by }) => `${by}复核骰子数，一致`,
  'lottery-recorded': ({ by, detail }) => `${by}照公告录入开奖号码${detail ?? ''}`,
  'lottery-confirmed': ({ by, detail }) => `${by}照公告复核开奖号码${detail ?? ''}，一致`,
  'drand-recorded': ({ by }) => (by === 'drand' ? '服务器取得drand，签名相符' : `${by}录入drand，签名相符`),
  'witness-revealed': ({ by }) => `${by}揭示随机数`,
  'draw-completed': ({ by }) => `${by}开签`,
  'draw-dispatched': ({ by, detail }) => `${by}派发${detail ?? ''}户`,
  'draw-void-requested': ({ by, detail }) => `${by}申请作废：${detail ?? ''}`,
  'draw-void-declined': ({ by, detail }) => `${by}不予作废：${detail ?? ''}`,
  'draw-voided': ({ by }) => `${by}批准作废`,
};

/** 办理记录 of the draw, with 作废 at its end. */
export function HistoryOfDraw({ draw, mayOperate }: { readonly draw: DrawView; readonly mayOperate: boolean }) {
  const [asking, setAsking] = useState(false);
  const canAsk = mayOperate && draw.status !== 'voided' && draw.status !== 'dispatched' && draw.voidRequest === null;
  return (
    <History
      pageYear={draw.year}
      entries={draw.history.map((entry, index) => ({
        key: `${entry.at} ${draw.history.length - index}`,
        at: entry.at,
        text: sentences[entry.type]?.(entry) ?? `${entry.by}办理`,
      }))}
    >
      {canAsk || draw.status === 'dispatched' ? foot() : undefined}
    </History>
  );

  function foot() {
    if (!canAsk) return <p className="hint">已派发，不能作废；变动在检查中办理回避或递补。</p>;
    return (
      <>
        <Button look="text" onPress={() => setAsking(true)}>
          作废本次抽签
        </Button>
        <p className="hint">
          须写明理由并经
          <Term of="deputyDirector" />
          批准；承诺和理由都留在门户。
        </p>
        {asking && <VoidDialog draw={draw} onClose={() => setAsking(false)} />}
      </>
    );
  }
}
