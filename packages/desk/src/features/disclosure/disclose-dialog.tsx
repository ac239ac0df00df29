import { type DisclosureRow, disclosureRoutes } from '@mingchou/contract';
import { useState } from 'react';
import type { z } from 'zod';
import { Modal } from 'antd';
import { Button, StateText } from '../../design/index.ts';
import { IrreversibleDialog } from '../../form/index.ts';

type Reply = z.output<typeof disclosureRoutes.discloseResults.reply>;

/** 公示: the rows as they will stand in public, then what became of each. */
export function DiscloseDialog({
  rows,
  onClose,
}: {
  readonly rows: readonly Pick<DisclosureRow, 'id' | 'version' | 'subjectName'>[];
  readonly onClose: () => void;
}) {
  const [reply, setReply] = useState<Reply>();
  if (reply !== undefined) return <Outcomes reply={reply} onClose={onClose} />;
  return (
    <IrreversibleDialog
      open
      question={`公示${rows.length}条检查结果？`}
      verb={`公示${rows.length}条`}
      decline="暂不公示"
      route={disclosureRoutes.discloseResults}
      input={{ results: rows.map(({ id, version }) => ({ id, version })) }}
      fixes={['企业、检查结果、检查人员和公开的文字', '公示时间和是否超期', ...rows.map((row) => row.subjectName)]}
      seenBy={['本局门户上的任何人', '企业可以要求更正，更正后原内容留痕']}
      onDone={(done) => (done.disclosed === rows.length ? onClose() : setReply(done))}
      onClose={onClose}
    />
  );
}

/** 2条已公示，1条未公示: with the rows and reasons. */
function Outcomes({ reply, onClose }: { readonly reply: Reply; readonly onClose: () => void }) {
  const left = reply.outcomes.filter((outcome) => !outcome.disclosed);
  return (
    <Modal open title={`${reply.disclosed}条已公示，${left.length}条未公示`} footer={null} onCancel={onClose} centered>
      <ul>
        {left.map((outcome) => (
          <li key={outcome.id}>
            <StateText kind="late">{outcome.subjectName}</StateText>：{outcome.message}
          </li>
        ))}
      </ul>
      <div className="form-actions">
        <Button look="main" onPress={onClose}>
          回到待公示
        </Button>
      </div>
    </Modal>
  );
}
