import { exchangeRoutes, type ImportRun } from '@mingchou/contract';
import { useEffect } from 'react';
import { useQueryRoute, useReadAgain } from '../../api/index.ts';
import { useDesk } from '../../app/session.ts';
import { formatMoment } from '../../design/index.ts';
import './import-progress.css';
import { isUnderWay, runShare, runWords } from './run-words.ts';

const second = 1000;

/** How far a long import is, asked for every second on every page that shows it, by whoever looks. */
export function ImportProgress({ dryRunId, begun }: { readonly dryRunId: string; readonly begun: ImportRun }) {
  const { year } = useDesk();
  const asked = useQueryRoute(exchangeRoutes.showImportRun, { dryRunId }, { every: second });
  const run = asked.data?.run ?? begun;
  const readAgain = useReadAgain();
  const ended = !isUnderWay(run);
  useEffect(() => {
    if (ended) readAgain();
  }, [ended, readAgain]);
  const share = runShare(run);
  return (
    <>
      <p>
        <b>{runWords(run)}</b>
      </p>
      <div
        className="run-bar"
        role="progressbar"
        aria-label="导入进度"
        aria-valuenow={share}
        aria-valuetext={runWords(run)}
      >
        <i style={{ width: `${share}%` }} />
      </div>
      <p className="hint">
        {run.by}于{formatMoment(run.askedAt, year)}
        开始。可以离开这一页，完成后名录一次变齐；进度和没有办成的导入列在「今日」。
      </p>
    </>
  );
}
