import { type DryRunRow, type DryRunView, exchangeRoutes } from '@mingchou/contract';
import type { ImportMode } from '@mingchou/domain';
import { useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { useDesk, useMay } from '../../app/session.ts';
import { Button, Link, Panel, RefusalNote, StateText, formatCount, formatMoment } from '../../design/index.ts';
import './dry-run-panels.css';
import { DownloadButton } from './download-button.tsx';
import { ImportProgress } from './import-progress.tsx';
import { isUnderWay, runWords } from './run-words.ts';
import { UndoImport } from './undo-import.tsx';

/** What the file would do to the registry, and the ways on. */
export function DryRunPanels({ run, listPath }: { readonly run: DryRunView; readonly listPath: string }) {
  const { counts } = run;
  const total = counts.new + counts.changed + counts.same + counts.wrong;
  return (
    <>
      <Panel
        title="试读结果"
        sub={`${run.fileName}，工作表「${run.sheet}」，第${run.headRow}行是表头，共${formatCount(total)}行`}
        padded
      >
        <div className="dry-run">
          <p aria-live="polite">
            <b>
              新增{formatCount(counts.new)}　更新{formatCount(counts.changed)}　相同{formatCount(counts.same)}
            </b>
            {'　'}
            {counts.wrong === 0 ? (
              <StateText kind="done">没有错误</StateText>
            ) : (
              <StateText kind="late">有错{formatCount(counts.wrong)}行</StateText>
            )}
          </p>
          {run.ignored.length > 0 && <p className="hint">没有读入的列：{run.ignored.join('、')}。</p>}
          {run.unread.length > 0 && (
            <p>
              <StateText kind="soon">只读了一张表，没有读入：{run.unread.join('、')}。</StateText>
            </p>
          )}
          {run.merged > 0 && <p className="hint">合并的单元格{run.merged}处，每一行都按合并的内容读入。</p>}
          <NextStep run={run} listPath={listPath} />
        </div>
      </Panel>
      {run.rows.length > 0 && (
        <Panel
          title="逐行"
          sub={run.rows.length < total - counts.same ? `先列${run.rows.length}行，有错的在前` : '有错的在前'}
        >
          <RowTable rows={run.rows} />
        </Panel>
      )}
    </>
  );
}

function NextStep({ run, listPath }: { readonly run: DryRunView; readonly listPath: string }) {
  const { year } = useDesk();
  const may = useMay();
  const confirm = useCommand(exchangeRoutes.confirmImport);
  const { counts } = run;
  const right = counts.new + counts.changed;
  if (run.undoneAt !== null) {
    return (
      <p>
        <StateText kind="withdrawn">导入后已于{formatMoment(run.undoneAt, year)}撤销</StateText>{' '}
        <Link to={listPath}>查看名录</Link>
      </p>
    );
  }
  if (run.importedAt !== null) {
    return (
      <>
        <p>
          <StateText kind="done">已于{formatMoment(run.importedAt, year)}导入</StateText>{' '}
          <Link to={listPath}>查看名录</Link>
        </p>
        <UndoImport run={run} />
      </>
    );
  }
  if (isUnderWay(run.run)) return <ImportProgress dryRunId={run.id} begun={run.run} />;
  const give = (mode: ImportMode) => void confirm.give({ dryRunId: run.id, mode });
  return (
    <>
      {run.run !== null && (
        <p role="status">
          <StateText kind="late">{runWords(run.run)}</StateText>
        </p>
      )}
      <div className="buttons">
        {counts.wrong > 0 && (
          <DownloadButton route={exchangeRoutes.downloadWrongRows} input={{ dryRunId: run.id }}>
            {`下载错误行${formatCount(counts.wrong)}条`}
          </DownloadButton>
        )}
        {may('confirm-import') && right > 0 && (
          <Button
            look="main"
            busy={confirm.pending}
            onPress={() => give(counts.wrong === 0 ? 'all-or-nothing' : 'skip-wrong')}
          >
            {counts.wrong === 0
              ? `导入${formatCount(right)}条`
              : `导入${formatCount(right)}条，跳过有错的${formatCount(counts.wrong)}条`}
          </Button>
        )}
      </div>
      {counts.wrong > 0 && (
        <p className="hint">错误行带着「错误原因」退回，改好后再选这个文件试读；也可先导入没有错的，错的以后补。</p>
      )}
      {right === 0 && counts.wrong === 0 && <p className="hint">名录已经和文件一样，不需要导入。</p>}
      <RefusalNote refusal={confirm.refusal} />
    </>
  );
}

const verdictWords = { new: '新增', changed: '更新', wrong: '有错' } as const;

const rowsAtFirst = 20;

function RowTable({ rows }: { readonly rows: readonly DryRunRow[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, rowsAtFirst);
  const rest = rows.length - shown.length;
  return (
    <div className="table-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col" className="number">
              行
            </th>
            <th scope="col">结果</th>
            <th scope="col">名称</th>
            <th scope="col">代码</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.row}>
              <td className="number">{row.row}</td>
              <td>{row.verdict === 'wrong' ? <StateText kind="late">有错</StateText> : verdictWords[row.verdict]}</td>
              <td>{row.name}</td>
              <td className="mono">{row.key}</td>
              <td>
                <Why row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <Button look="text" onPress={() => setAll(true)}>
          {`列出其余${rest}行`}
        </Button>
      )}
    </div>
  );
}

function Why({ row }: { readonly row: DryRunRow }) {
  return (
    <>
      {row.problems.map(({ column, text }) => (
        <div key={column + text}>
          「{column}」：{text}
        </div>
      ))}
      {row.notes.map((note) => (
        <div key={note}>
          <StateText kind="soon">{note}</StateText>
        </div>
      ))}
      {row.changes.map(({ field, from, to }) => (
        <div key={field}>
          {field}：<del>{from ?? '空'}</del> → {to ?? '空'}
        </div>
      ))}
    </>
  );
}
