import { type DrawDesignView, type DrawPreviewView, drawRoutes } from '@mingchou/contract';
import type { TaskId } from '@mingchou/domain';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useQueryRoute } from '../../api/index.ts';

const pause = 400;

/** The preview of a design some time after the last key; meanwhile the last one stays, marked as of before. */
export function usePreview(
  taskId: TaskId,
  design: DrawDesignView | undefined,
  overridden: boolean,
): { readonly preview: DrawPreviewView | undefined; readonly text: string | undefined; readonly fresh: boolean } {
  const typed = design === undefined ? undefined : JSON.stringify(design);
  const [text, setText] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setText(typed), text === undefined ? 0 : pause);
    return () => clearTimeout(timer);
  }, [typed, text]);
  const asked = useQueryRoute(
    drawRoutes.previewDraw,
    { taskId, design: text ?? '', overridden: overridden ? 'true' : 'false' },
    { enabled: text !== undefined },
  );
  const last = useRef<DrawPreviewView>(undefined);
  if (asked.data !== undefined) last.current = asked.data;
  return { preview: asked.data ?? last.current, text, fresh: asked.data !== undefined && text === typed };
}

/** The same for a form that tells what is typed; opens with the design it starts from. */
export function useTypedPreview(taskId: TaskId, start: DrawDesignView) {
  const [typed, setTyped] = useState<{ readonly design: DrawDesignView | undefined; readonly overridden: boolean }>({
    design: start,
    overridden: false,
  });
  const onTyped = useCallback(
    (design: DrawDesignView | undefined, overridden: boolean) => setTyped({ design, overridden }),
    [],
  );
  return { ...usePreview(taskId, typed.design, typed.overridden), onTyped };
}
