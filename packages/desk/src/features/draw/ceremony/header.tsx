import type { CeremonyView } from '@mingchou/contract';
import { type Instant, millisecondsOf } from '@mingchou/domain';
import { useDesk } from '../../../app/session.ts';
import { Seal } from '../../../design/index.ts';
import { diceOf } from '../words.ts';

/** Who holds it, what is drawn, the hour, and how far it has come. */
export function Header({ view, now }: { readonly view: CeremonyView; readonly now: Instant }) {
  const { draw } = view;
  const { demonstration } = useDesk().session.bureau;
  const confirmedBy = diceOf(draw)?.confirmedBy ?? null;
  const witnesses = draw.sources.filter((source) => source.kind === 'witness').map((source) => source.name);
  return (
    <header>
      <div>
        <p className="org">
          {view.bureauName}
          {demonstration && '（演示数据）'}　　操作 {draw.prepared.name}
          {confirmedBy !== null && `　复核 ${confirmedBy}`}　见证 {witnesses.join('、')}
        </p>
        <h1>
          {draw.year}年第{draw.drawNo}号抽签　{draw.objects}
        </h1>
      </div>
      <div className="right">
        <p className="clock">
          {demonstration && <small>演示时间</small>} {clockOf(now)}
        </p>
        <p className="marks">
          {draw.frozen !== null && (
            <span>
              <Seal character="封" /> 名单已冻结
            </span>
          )}
          {draw.commitment !== null && (
            <span>
              <Seal character="诺" /> 承诺已公开
            </span>
          )}
          {draw.drawn !== null && (
            <span>
              <Seal character="定" /> <b>已开签</b>
            </span>
          )}
          {draw.voided !== null && (
            <span>
              <Seal character="废" /> <b>已作废</b>
            </span>
          )}
        </p>
      </div>
    </header>
  );
}

/** 10:06:41 in Asia/Shanghai */
export function clockOf(now: Instant): string {
  return new Date(millisecondsOf(now) + 8 * 3_600_000).toISOString().slice(11, 19);
}
