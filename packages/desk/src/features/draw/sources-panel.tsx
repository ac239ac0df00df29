import { drandAddress, drandName, type DrawView, lotteryOnTrust, type RandomSourceView } from '@mingchou/contract';
import type { Instant } from '@mingchou/domain';
import { type Clause, ClauseChip, formatMoment, formatTime, Hash, Panel, StateTag } from '../../design/index.ts';
import { LotterySite } from './lottery-step.tsx';
import { bits, fives, isOpen, milliBitsOf, sourceName } from './words.ts';
import { WitnessLink } from './witness-link.tsx';

const clause: Clause = {
  title: '本局规则 随机数来源',
  text: '骰子当众投掷，见证人各用自己的设备；合计不少于64比特，去掉任何一方仍不少于24比特；承诺公开之后才产生骰子数和开奖号码，复核之后才揭示见证人的数，drand最后。',
};

/** 随机数从哪里来: who brings what, how strong it is, and how far it has come. */
export function SourcesPanel({
  draw,
  now,
  mayOperate,
}: {
  readonly draw: DrawView;
  readonly now: Instant;
  readonly mayOperate: boolean;
}) {
  const sub = `合计${bits(milliBitsOf(draw))}（下限64），来自${draw.sources.length}方，任何一方都左右不了结果`;
  const canLink = mayOperate && draw.drawn === null && draw.status !== 'voided';
  return (
    <Panel title="随机数从哪里来" sub={sub} right={<ClauseChip clause={clause} />}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">来源</th>
            <th scope="col">谁</th>
            <th scope="col">现在的状态</th>
            <th scope="col" className="num">
              随机强度
            </th>
          </tr>
        </thead>
        <tbody>
          {draw.sources.map((source) => (
            <tr key={`${source.kind}${source.id}`}>
              <td>
                <b>{sourceName(source)}</b>
              </td>
              <td>
                <Who source={source} />
              </td>
              <td>
                <SourceState draw={draw} source={source} now={now} />
                {source.kind === 'witness' && source.recordedAt === null && canLink && (
                  <WitnessLink draw={draw} source={source} />
                )}
              </td>
              <td className="num">{(source.milliBits / 1000).toFixed(source.milliBits % 1000 === 0 ? 0 : 1)}比特</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Who({ source }: { readonly source: RandomSourceView }) {
  if (source.kind === 'witness') return `${source.name}　${source.organisation}`;
  if (source.drand !== null) {
    return (
      <a href={drandAddress(source.drand.chain, source.drand.round)} target="_blank" rel="noreferrer">
        drand {drandName(source.drand.chain)}
      </a>
    );
  }
  return (
    <>
      {typedBy(source)}
      {source.kind === 'lottery' && (
        <p className="second">
          <LotterySite source={source} />
          <br />
          {lotteryOnTrust}
        </p>
      )}
    </>
  );
}

function SourceState(props: { draw: DrawView; source: RandomSourceView; now: Instant }) {
  switch (props.source.kind) {
    case 'dice':
    case 'lottery':
      return <TypedState {...props} />;
    case 'witness':
      return <WitnessState source={props.source} />;
    case 'drand':
      return <DrandState {...props} />;
  }
}

function DrandState({ draw, source, now }: { draw: DrawView; source: RandomSourceView; now: Instant }) {
  if (source.drand === null) return null;
  if (source.value !== null) {
    return (
      <>
        <StateTag kind="done">签名相符</StateTag> <Hash value={source.value} name="drand签名" short size="small" />
      </>
    );
  }
  if (source.recordedAt !== null) return <StateTag kind="locked">已到，封存</StateTag>;
  const due = now >= source.drand.emittedAt;
  return (
    <StateTag kind={due ? 'waiting' : 'not-begun'}>
      {due ? '已产生，待录入' : `${formatMoment(source.drand.emittedAt, draw.year)}产生`}
    </StateTag>
  );
}

function typedBy(source: RandomSourceView): string {
  if (source.recordedBy === null) return '一人录入，另一人复核';
  return source.confirmedBy === null
    ? `${source.recordedBy}录入，待另一人复核`
    : `${source.recordedBy}录入，${source.confirmedBy}复核`;
}

function TypedState({ draw, source, now }: { draw: DrawView; source: RandomSourceView; now: Instant }) {
  if (source.recordedBy === null) {
    const open = draw.commitment !== null && isOpen(draw, now);
    return (
      <StateTag kind={open ? 'mine' : 'not-begun'}>
        {source.kind === 'lottery'
          ? open
            ? '请照公告录入'
            : '开奖后照公告录入'
          : open
            ? '请当众投掷并录入'
            : `${formatTime(draw.openAt)}后当众投掷`}
      </StateTag>
    );
  }
  return (
    <>
      {source.confirmedAt === null ? (
        <StateTag kind="waiting">待复核</StateTag>
      ) : (
        <StateTag kind="done">已复核</StateTag>
      )}{' '}
      {source.value === null ? (
        <span className="second">
          {source.confirmedAt === null
            ? `复核人看${source.kind === 'dice' ? '桌面' : '公告'}键入，这里先不显示`
            : '开封后显示'}
        </span>
      ) : (
        <span className="mono">{source.kind === 'dice' ? fives(source.value) : source.value}</span>
      )}
    </>
  );
}

function WitnessState({ source }: { readonly source: RandomSourceView }) {
  if (source.value !== null) {
    return (
      <>
        <StateTag kind="done">已揭示</StateTag> <Hash value={source.value} name={`${source.name}的数`} size="small" />
      </>
    );
  }
  if (source.recordedAt !== null) return <StateTag kind="locked">已揭示，封存</StateTag>;
  if (source.commitment !== null && source.sealedAt !== null) {
    return (
      <>
        <StateTag kind="locked">已封存</StateTag>{' '}
        <Hash value={source.commitment} name={`${source.name}的指纹`} short size="small" />
        <span className="sr">{formatMoment(source.sealedAt)}封存</span>
      </>
    );
  }
  return <StateTag kind="waiting">待封存</StateTag>;
}
