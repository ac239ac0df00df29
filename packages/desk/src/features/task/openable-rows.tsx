import { taskRoutes } from '@mingchou/contract';
import type { z } from 'zod';
import { useCommand } from '../../api/index.ts';
import { Button, formatDate, Panel, RefusalNote } from '../../design/index.ts';

type Openable = z.output<typeof taskRoutes.listTasks.reply>['openable'];

/** Rows of approved plans that nobody has begun. */
export function OpenableRows({ rows }: { readonly rows: Openable }) {
  const open = useCommand(taskRoutes.openTask);
  return (
    <Panel title="可以开始的任务" sub={`已批准的计划中还有${rows.length}行没有开始`}>
      <RefusalNote refusal={open.refusal} />
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col" className="num">
              计划行
            </th>
            <th scope="col">任务名称</th>
            <th scope="col">批准家数</th>
            <th scope="col">检查时间</th>
            <th scope="col">办理</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.planRowId}>
              <td className="num">{row.rowNo}</td>
              <td>{row.name}</td>
              <td>{row.sum}</td>
              <td>
                {formatDate(row.from)}至{formatDate(row.to, Number(row.from.slice(0, 4)))}
              </td>
              <td>
                <Button
                  look="small"
                  busy={open.pending}
                  label={`开始任务：${row.name}`}
                  onPress={() => void open.give({ planRowId: row.planRowId })}
                >
                  开始任务
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
