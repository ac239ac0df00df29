import { registryRoutes } from '@mingchou/contract';
import { requestTitles } from '@mingchou/domain';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk, useMay } from '../../app/session.ts';
import type { Todo, TodoSource } from '../../app/todo.ts';

/** Changes of the registry that wait for approval: mine to answer, or mine that another one answers. */
export const registryTodos: TodoSource = {
  entry: '底册',
  useTodos: () => {
    const may = useMay();
    const { session } = useDesk();
    const requests = useQueryRoute(registryRoutes.listSubjectRequests, { size: 20 });
    const rows = (requests.data?.rows ?? []).flatMap((request): Todo[] => {
      const own = request.asked.personId === session.person.id;
      const mine = may('answer-subject-request') && !own;
      if (!mine && !own) return [];
      return [
        {
          key: `subject-request-${request.id}`,
          urgency: mine ? 'later' : 'others',
          ...{ when: '', dueOn: '', subject: request.name },
          what: mine ? `${request.asked.name}提出${requestTitles[request.kind]}，待批准` : '名录变动待他人批准',
          verb: mine ? '审批变动' : '查看',
          to: `/registry/requests?request=${request.id}`,
        },
      ];
    });
    return { rows, loading: requests.data === undefined && requests.error === null, failed: requests.error !== null };
  },
};
