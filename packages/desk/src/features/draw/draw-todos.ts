import { drawRoutes } from '@mingchou/contract';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk, useMay } from '../../app/session.ts';
import type { TodoList, TodoSource } from '../../app/todo.ts';
import { todosOfDraw } from './todos-of-draw.ts';

/** Draws that wait for the next gate or for the leader; the reader's own, everybody else's under 等别人. */
export const drawTodos: TodoSource = {
  entry: '抽签',
  useTodos: (): TodoList => {
    const { session } = useDesk();
    const draws = useQueryRoute(drawRoutes.listDraws, { size: 50 }, { enabled: useMay()('list-draws') });
    return {
      rows: (draws.data?.rows ?? []).flatMap((row) => todosOfDraw(row, session.person.roles)),
      loading: draws.isLoading,
      failed: draws.isError,
    };
  },
};
