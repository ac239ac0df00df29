import { type DrawPreviewView, exclusionTitles, findingWords } from '@mingchou/contract';
import type { TaskId } from '@mingchou/domain';
import { useState } from 'react';
import {
  Block,
  ClauseChip,
  type Finding,
  FindingsPanel,
  Link,
  Panel,
  Particulars,
  StateText,
  useSay,
} from '../../design/index.ts';
import { PreviewRows, type RowsAsked } from './preview-rows.tsx';

/** 试算: what a freeze now would come to; every number opens the objects behind it. */
export function PreviewPanel({
  taskId,
  preview,
  text,
  fresh,
}: {
  readonly taskId: TaskId;
  readonly preview: DrawPreviewView | undefined;
  readonly text: string | undefined;
  readonly fresh: boolean;
}) {
  const say = useSay();
  const [rows, setRows] = useState<RowsAsked>();
  if (preview === undefined) {
    return (
      <Panel as="aside" title="试算" padded>
        <p className="second">填好抽取数后，按现在的底册试算。</p>
      </Panel>
    );
  }
  const { base, eligible, excluded, size, reserve, quota, inspectors, leftOut, conflicts, trial } = preview;
  return (
    <>
      <Panel as="aside" title="试算" sub={fresh ? '按现在的底册' : '正在按改动重算'}>
        <div className={fresh ? '' : 'preview-stale'} aria-live="polite" aria-busy={!fresh}>
          <Block title="底数">
            <p className="second">{preview.filterWords}</p>
            <Particulars
              rows={[
                ['符合条件', <Count key="1" count={base} onOpen={() => setRows({ title: '符合条件的企业' })} />],
                ...excluded.map(({ reason, count }): [string, React.ReactNode] => [
                  `排除：${exclusionTitles[reason]}`,
                  <Count
                    key={reason}
                    count={count}
                    onOpen={() => setRows({ title: `排除：${exclusionTitles[reason]}`, excluded: reason })}
                  />,
                ]),
                [
                  '可抽',
                  <Count key="2" count={eligible} onOpen={() => setRows({ title: '可抽的企业', excluded: 'no' })} />,
                ],
              ]}
            />
          </Block>
          <Block title={`抽取${size}家${reserve === 0 ? '' : `，候补${reserve}家`}`}>
            <Particulars
              rows={preview.strata.map((stratum) => [
                stratum.name,
                <span key={stratum.code}>
                  {stratum.full ? `${stratum.size}家全部检查，抽的是次序` : stratum.formula}，可抽
                  <Count
                    count={stratum.eligible}
                    onOpen={() => setRows({ title: `${stratum.name}可抽`, stratum: stratum.code, excluded: 'no' })}
                  />
                  {stratum.batches !== null && `，分${stratum.visits}批`}
                </span>,
              ])}
            />
          </Block>
          {quota.map((bound) => (
            <Block key={bound.group} title="重点企业占比">
              <p>
                {bound.min === null ? '' : `至少${bound.min}家`}
                {bound.min !== null && bound.max !== null && '，'}
                {bound.max === null ? '' : `至多${bound.max}家`}；可抽的重点企业
                <Count
                  count={bound.eligible}
                  onOpen={() => setRows({ title: '可抽的重点企业', group: bound.group, excluded: 'no' })}
                />
                ，最多能抽到{bound.most}家
              </p>
            </Block>
          ))}
          <Block title="执法人员">
            <p>
              {inspectors}人可派{leftOut > 0 && `，${leftOut}人证件到期或不在岗`}，利害关系{conflicts}条
            </p>
            {preview.strata.length > 1 && (
              <Particulars
                rows={preview.strata
                  .filter((stratum) => stratum.size > 0)
                  .map((stratum) => [stratum.name, `${stratum.visits}次上门，有资格的${stratum.qualified}人`])}
              />
            )}
            {trial !== null && (
              <p>
                {trial.vacant === 0 ? (
                  <StateText kind="done">
                    试排{trial.rounds}次没有空席，最忙的人{trial.busiest}次
                  </StateText>
                ) : (
                  <StateText kind="late">试排{trial.rounds}次有空席</StateText>
                )}
              </p>
            )}
          </Block>
        </div>
      </Panel>
      <FindingsPanel
        findings={preview.findings.map((found, at) => findingOf(found, at, say))}
        clear="条件、抽取数、占比和人员都排得开。"
      />
      {rows !== undefined && text !== undefined && (
        <PreviewRows taskId={taskId} text={text} asked={rows} onClose={() => setRows(undefined)} />
      )}
    </>
  );
}

function Count({ count, onOpen }: { readonly count: number; readonly onOpen: () => void }) {
  if (count === 0) return <b>0家</b>;
  return (
    <button type="button" className="link preview-count" onClick={onOpen}>
      <b>{count}家</b>
    </button>
  );
}

function findingOf(found: DrawPreviewView['findings'][number], at: number, say: (text: string) => string): Finding {
  const { says, next } = findingWords(found);
  return {
    key: `${found.code} ${at}`,
    level: found.level,
    verdict: `${say(says)}。`,
    detail: (
      <>
        {found.code === 'round-not-open' ? <Link to="/round">{next}</Link> : say(next)}。{' '}
        <ClauseChip clause={{ title: `${found.clause.source} ${found.clause.place}`.trim() }} />
      </>
    ),
  };
}
