import { budgetRoutes } from '@mingchou/contract';
import { type BudgetId, type BudgetRules, checkBudget } from '@mingchou/domain';
import { useState } from 'react';
import type { z } from 'zod';
import { useCommand } from '../../api/index.ts';
import { readBase64 } from '../../api/read-base64.ts';
import { Button, Dialog, DialogAnswers, Icon, RefusalNote } from '../../design/index.ts';
import type { Flush } from './budget-decisions.tsx';

type Tried = z.output<typeof budgetRoutes.tryBudgetFile.reply>;

interface FileDialogProps {
  readonly year: number;
  readonly rules: BudgetRules;
  /** The draft that is read into; without one the file begins the year's budget. */
  readonly draft?: { readonly budgetId: BudgetId; readonly flush: Flush };
  readonly onClose: () => void;
}

/** 从文件读入: what a workbook, Word file or text says stands here before anything of the budget is replaced. */
export function FileDialog({ year, rules, draft, onClose }: FileDialogProps) {
  const trial = useCommand(budgetRoutes.tryBudgetFile);
  const take = useCommand(budgetRoutes.takeBudgetFile);
  const [tried, setTried] = useState<Tried>();

  const tryIt = async (file: File | undefined) => {
    setTried(undefined);
    if (file === undefined) return;
    const outcome = await trial.give({ year, fileName: file.name, base64: await readBase64(file) });
    if (outcome.ok) setTried(outcome.value);
  };
  const takeIt = async (fileHash: string) => {
    const version = await draft?.flush();
    if (draft !== undefined && version === undefined) return;
    const budget = draft === undefined || version === undefined ? null : { budgetId: draft.budgetId, version };
    const outcome = await take.give({ year, fileHash, budget });
    if (outcome.ok) onClose();
  };
  return (
    <Dialog open title={`从文件读入${year}年测算`} width={720} onClose={onClose}>
      <p className="hint">
        可用Excel、WPS表格、CSV、Word或文本。数字照文件读入，不改动；读出后逐项复算，错在哪里会指明。
      </p>
      <input
        type="file"
        aria-label="测算文件"
        accept=".xlsx,.xls,.csv,.docx,.doc,.txt"
        onChange={(event) => void tryIt(event.target.files?.[0])}
      />
      {trial.pending && <p role="status">正在读文件</p>}
      <RefusalNote refusal={trial.refusal ?? take.refusal} />
      {tried !== undefined && <TriedFile tried={tried} rules={rules} replaces={draft !== undefined} />}
      <DialogAnswers>
        <Button onPress={onClose}>不读入</Button>
        <Button
          look="main"
          busy={take.pending}
          reason={tried === undefined ? '先选文件' : undefined}
          onPress={() => tried !== undefined && void takeIt(tried.fileHash)}
        >
          {tried === undefined ? '读入测算' : `读入这${tried.figures.length}个数`}
        </Button>
      </DialogAnswers>
    </Dialog>
  );
}

function TriedFile({
  tried,
  rules,
  replaces,
}: {
  readonly tried: Tried;
  readonly rules: BudgetRules;
  readonly replaces: boolean;
}) {
  const findings = checkBudget(tried.content, rules);
  const must = findings.filter(({ severity }) => severity === 'must').length;
  return (
    <div aria-live="polite">
      <p>
        读出{tried.figures.length}个数，{tried.content.groups.map(({ items }) => `${items.length}项`).join('和')}分项。
        {findings.length === 0 ? '复算没有不符。' : `复算发现${findings.length}处，其中${must}处必须解决。`}
        {replaces && '现在填写的会换成文件里的数，经过留存。'}
      </p>
      {tried.unread.length > 0 && (
        <ul className="budget-unread">
          {tried.unread.map(({ place, text, why }) => (
            <li key={`${place}${text}`}>
              <Icon name="triangle" /> {place}没有读懂：{why}
              <span className="second">（{text}）</span>
            </li>
          ))}
        </ul>
      )}
      <div className="budget-tried">
        <table className="plain-table">
          <thead>
            <tr>
              <th>读出的项目</th>
              <th className="num">数</th>
              <th>在文件里的位置</th>
            </tr>
          </thead>
          <tbody>
            {tried.figures.map(({ name, value, place }, at) => (
              <tr key={at}>
                <td>{name}</td>
                <td className="num">{value}</td>
                <td className="second">{place}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
