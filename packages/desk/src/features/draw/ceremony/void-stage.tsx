import { type DrawView, voidReasonTitles } from '@mingchou/contract';
import { Commitment } from './waiting-stage.tsx';

/** 中断: what happened, and what stays fixed. */
export function VoidStage({ draw }: { readonly draw: DrawView }) {
  const { voided } = draw;
  if (voided === null) return null;
  return (
    <section className="waiting">
      <h2>本次抽签已作废</h2>
      <p className="big">
        {voidReasonTitles[voided.reason]}：{voided.text}
      </p>
      <p className="big">
        {voided.applicant.name}申请，{voided.approver.name}批准。
      </p>
      {draw.commitment !== null && <Commitment c={draw.commitment.c} />}
      <p className="big">承诺、已揭示的随机数和作废理由都留在门户，不删除。</p>
    </section>
  );
}
