import { budgetRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { ask } from '../../api/client.ts';
import { keepFile } from '../../api/keep-file.ts';
import { Button, Panel } from '../../design/index.ts';

interface PaperPanelProps {
  readonly year: number;
  /** One approved before; undefined is the budget as it stands. */
  readonly edition: number | undefined;
  readonly draft: boolean;
}

/** 印发稿: the budget as an official paper with its table. */
export function PaperPanel({ year, edition, draft }: PaperPanelProps) {
  const [problem, setProblem] = useState<string>();
  const take = async (format: 'pdf' | 'docx') => {
    const outcome = await ask(budgetRoutes.printBudget, {
      year,
      format,
      ...(edition === undefined ? {} : { edition }),
    });
    if (outcome.ok) keepFile(outcome.value);
    setProblem(outcome.ok ? undefined : outcome.refusal.message);
  };
  return (
    <Panel as="aside" title="印发稿" sub="正文和测算表" padded>
      <p>按公文格式排版。{draft && '批准前每页印「草稿」。'}</p>
      <div className="row-commands">
        <Button look="small" icon="download" onPress={() => void take('pdf')}>
          下载测算（PDF）
        </Button>{' '}
        <Button look="small" icon="download" onPress={() => void take('docx')}>
          下载测算（Word）
        </Button>
      </div>
      {problem !== undefined && <p role="alert">{problem}</p>}
    </Panel>
  );
}
