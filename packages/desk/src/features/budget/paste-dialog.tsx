import { type ReadDays, readDays } from '@mingchou/domain';
import { useState } from 'react';
import { Button, Dialog, DialogAnswers } from '../../design/index.ts';

/** Lines of a name and days from a sheet or a paper; what they gave stands below before anything is replaced. */
export function PasteDialog({
  title,
  onTake,
  onClose,
}: {
  readonly title: string;
  readonly onTake: (read: ReadDays) => void;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState('');
  const read = readDays(text);
  const empty = read.items.length === 0;
  return (
    <Dialog open title={title} width={560} onClose={onClose}>
      <p className="hint">从Excel或Word复制「项目、工作日」两列，粘贴到下面；写着「合计」的一行记作文件合计。</p>
      <textarea
        className="budget-paste"
        aria-label="项目和工作日"
        rows={9}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p aria-live="polite">
        {empty
          ? '还没有读出分项。'
          : `读出${read.items.length}项，合计${read.items.reduce((all, { days }) => all + days, 0)}日`}
        {read.total !== null && `；文件合计${read.total}日`}
        {read.unread.length > 0 && (
          <span className="tone-soon">
            。没有读懂第{read.unread.map(({ line }) => line).join('、')}行：{read.unread[0]?.text}
          </span>
        )}
      </p>
      <DialogAnswers>
        <Button onPress={onClose}>不粘贴</Button>
        <Button look="main" reason={empty ? '先粘贴分项' : undefined} onPress={() => onTake(read)}>
          换成这{read.items.length}项
        </Button>
      </DialogAnswers>
    </Dialog>
  );
}
