import { exchangeRoutes, importTargetTitles } from '@mingchou/contract';
import { useQueryRoute } from '../../api/index.ts';
import { useMay } from '../../app/session.ts';
import type { Todo, TodoSource } from '../../app/todo.ts';
import { isUnderWay, runWords } from './run-words.ts';

/** Long imports: what is on its way, and what came to nothing and waits for the person who asked for it. */
export const exchangeTodos: TodoSource = {
  entry: '底册',
  useTodos: () => {
    const may = useMay();
    const mayImport = may('confirm-import');
    const imports = useQueryRoute(exchangeRoutes.listLiveImports, {}, { enabled: mayImport });
    const rows = (imports.data?.rows ?? []).map(
      ({ dryRunId, target, fileName, run }): Todo => ({
        key: `import-${dryRunId}`,
        urgency: isUnderWay(run) ? 'others' : 'today',
        ...{ when: '', dueOn: '', subject: `${importTargetTitles[target]}名录「${fileName}」` },
        ...{ what: runWords(run), verb: isUnderWay(run) ? '看进度' : '办理导入' },
        to: `/exchange/${target}?run=${dryRunId}`,
      }),
    );
    const loading = mayImport && imports.data === undefined && imports.error === null;
    return { rows, loading, failed: imports.error !== null };
  },
};
