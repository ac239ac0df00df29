import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Dialog } from '../design/dialog.tsx';
import { entries } from './feature-page.ts';
import { menuOf } from './routes.tsx';
import { useMay } from './session.ts';

/** Calls `act` when the key is pressed outside a field. */
export function useKey(key: string, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [key]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

/** Alt+1…7 opens an entry; `?` shows the keys. */
export function Keys() {
  const navigate = useNavigate();
  const may = useMay();
  const [shown, setShown] = useState(false);
  useKey('?', () => setShown(true));
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const entry = entries[Number(event.key) - 1];
      const first = entry === undefined ? undefined : menuOf(entry, may)[0];
      if (!event.altKey || first === undefined) return;
      event.preventDefault();
      void navigate({ to: first.path });
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [navigate, may]);
  return (
    <Dialog open={shown} title="快捷键" onClose={() => setShown(false)} width={460}>
      <div className="keys">
        <dl>
          {keyWords.map(([key, word]) => (
            <KeyLine key={key} name={key} word={word} />
          ))}
        </dl>
      </div>
    </Dialog>
  );
}

const keyWords = [
  ['/', '查找企业、任务、文号、代码'],
  ['Alt+1…7', '打开今日、计划、抽签、检查、公示、底册、统计'],
  ['↑ ↓', '在列表中换行'],
  ['空格', '选中一行'],
  ['Enter', '打开一行'],
  ['Esc', '收起侧栏、关闭窗口'],
  ['Ctrl+S', '保存正在填写的内容'],
  ['?', '显示快捷键'],
] as const;

function KeyLine({ name, word }: { readonly name: string; readonly word: string }) {
  return (
    <>
      <dt>
        <kbd>{name}</kbd>
      </dt>
      <dd>{word}</dd>
    </>
  );
}
