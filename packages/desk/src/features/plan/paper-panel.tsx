import { planRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { ask } from '../../api/client.ts';
import { keepFile } from '../../api/keep-file.ts';
import { Button, Panel } from '../../design/index.ts';
import type { ShownPlan } from './shown-plan.ts';

/** 印发稿: the plan as an official paper with its annexes, to be printed or worked over. */
export function PaperPanel({ shown }: { readonly shown: ShownPlan }) {
  const { plan, sheets } = shown;
  const [problem, setProblem] = useState<string>();
  const draft = plan.approved === null;
  const take = async (format: 'pdf' | 'docx' | 'json', paper: 'plan' | 'amendment' = 'plan') => {
    const outcome =
      format === 'json'
        ? await ask(planRoutes.exportPlan, { planId: plan.id })
        : await ask(planRoutes.printPlan, { planId: plan.id, format, paper });
    if (outcome.ok) keepFile(outcome.value);
    setProblem(outcome.ok ? undefined : outcome.refusal.message);
  };
  return (
    <Panel as="aside" title="印发稿" sub={`正文和附件${sheets.length}张表`} padded>
      <p>
        按公文格式排版，{plan.documentNo ?? '文号待编'}。{draft && '批准前每页印「草稿」。'}
        计划文件连同所依据的规则、底数一并存档，可离线核对。
      </p>
      <div className="row-commands">
        <Button look="small" icon="download" onPress={() => void take('pdf')}>
          下载印发稿（PDF）
        </Button>{' '}
        <Button look="small" icon="download" onPress={() => void take('docx')}>
          下载印发稿（Word）
        </Button>{' '}
        <Button look="small" icon="download" onPress={() => void take('json')}>
          下载计划文件
        </Button>
      </div>
      {plan.amendment !== null && (
        <div className="row-commands">
          <Button look="small" icon="download" onPress={() => void take('pdf', 'amendment')}>
            下载调整通知（PDF）
          </Button>{' '}
          <Button look="small" icon="download" onPress={() => void take('docx', 'amendment')}>
            下载调整通知（Word）
          </Button>
        </div>
      )}
      {problem !== undefined && <p role="alert">{problem}</p>}
    </Panel>
  );
}
