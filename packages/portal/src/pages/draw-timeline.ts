import type { PortalDraw, PortalSource } from '@mingchou/contract';
import { html, trusted, type Html } from '../html.ts';
import { isSealed } from '../words/draw.ts';
import { hashText, valueText } from '../words/marks.ts';
import { momentText } from '../words/time.ts';

interface Step {
  readonly at: string;
  readonly text: string;
  readonly open: boolean;
  readonly values?: readonly Html[];
}

/** 经过: who did what when, with every hash in full. */
export function timeline(draw: PortalDraw): Html {
  const steps = [...preparation(draw), ...randomInputs(draw), ...after(draw)].sort((a, b) =>
    a.at === b.at ? 0 : a.at < b.at ? -1 : 1,
  );
  return html`<h2 id="log">经过</h2><ol class="tl">${steps.map(
    (step) =>
      html`<li${step.open ? trusted(' class="p"') : null}><time datetime="${step.at}">${momentText(step.at, draw.year)}</time>　${step.text}${(
        step.values ?? []
      ).map((value) => html`<span class="h">${value}</span>`)}</li>`,
  )}</ol>${pending(draw)}`;
}

function preparation({
  frozen,
  counts,
  exclusions,
  round,
  overrides,
  commitment,
  sources,
}: PortalDraw): readonly Step[] {
  const reasons = exclusions.map((one) => `${one.reason}${String(one.count)}家`).join('、');
  const excluded =
    counts.excluded === 0 ? '没有排除' : `排除${String(counts.excluded)}家${reasons === '' ? '' : `（${reasons}）`}`;
  const first: Step = {
    at: frozen.at,
    text: `${frozen.by}冻结名单，${String(counts.pool)}家，${excluded}${round === null || round === undefined ? '' : `；属于${round}`}`,
    open: false,
  };
  const exceptions = (overrides ?? []).map((one): Step => ({ at: frozen.at, text: exceptionText(one), open: true }));
  if (commitment === null) return [first, ...exceptions];
  const witnesses = sources.filter((source) => source.sealed !== null).map((source) => source.label);
  const sealed = witnesses.length === 0 ? '' : `；${witnesses.join('、')}的随机数此时已封存`;
  const logged = commitment.logIndex === null ? '' : `，记在公开日志第${String(commitment.logIndex + 1)}条`;
  const approved = commitment.approvedBy === null ? '' : `，${commitment.approvedBy}批准`;
  return [
    first,
    ...exceptions,
    {
      at: commitment.at,
      text: `${commitment.by}公开承诺${approved}${logged}${sealed}`,
      open: true,
      values: [hashText(commitment.hash)],
    },
  ];
}

/** 经吕审批准恢复列入1家（原为本轮已抽过）：群众举报，需要再查 */
function exceptionText({ kind, was, text, ground, approver }: NonNullable<PortalDraw['overrides']>[number]): string {
  const before = was === '' ? '' : `（原为${was}）`;
  const clause = ground === null ? '' : `；依据${ground}`;
  return `冻结前，${approver}批准${kind}1家${before}：${text}${clause}`;
}

function randomInputs(draw: PortalDraw): readonly Step[] {
  return draw.sources.flatMap((source): readonly Step[] => {
    if (source.recordedAt === null) return [];
    if (source.value === null) {
      return isSealed(draw) ? [{ at: source.recordedAt, text: `${source.label}：已到，开封后公布`, open: false }] : [];
    }
    return [{ at: source.recordedAt, text: sourceText(source), open: true, values: [valueText(source.value)] }];
  });
}

function sourceText(source: PortalSource): string {
  if (source.kind === 'witness') return `${source.label}揭示事先封存的随机数`;
  const recorded = source.recordedBy === null ? '' : `，${source.recordedBy}录入`;
  const confirmed = source.confirmedBy === null ? '' : `，${source.confirmedBy}复核`;
  return `${source.label}${recorded}${confirmed}`;
}

function after({ drawn, sealing, amendments, dispatchedAt, voided }: PortalDraw): readonly Step[] {
  return [
    ...sealSteps(sealing ?? null),
    ...(drawn === null
      ? []
      : [
          {
            at: drawn.at,
            text:
              drawn.computedAtVoid === true
                ? '作废时随机数已经到齐，谁都能算出结果，照样合成种子并公布'
                : `种子合成，${drawn.by}开签，结果公布`,
            open: true,
            values: [hashText(drawn.seed)],
          },
        ]),
    ...(dispatchedAt === null ? [] : [{ at: dispatchedAt, text: '检查任务派发', open: false }]),
    ...amendments.map(amendmentStep),
    ...(voided === null ? [] : [{ at: voided.at, text: `作废，${voided.approver}批准：${voided.reason}`, open: true }]),
  ];
}

/** With the line's fingerprint as the public log holds it; a decision of the leader has no line. */
function amendmentStep({ at, text, approver, seq, hash }: PortalDraw['amendments'][number]): Step {
  const line = typeof seq === 'number' && typeof hash === 'string' ? { seq, hash } : null;
  return {
    at,
    text: `${text}，${approver}批准${line === null ? '' : `，变动记录第${String(line.seq)}行，指纹进公开日志`}`,
    open: true,
    ...(line === null ? {} : { values: [hashText(line.hash)] }),
  };
}

function sealSteps(sealing: NonNullable<PortalDraw['sealing']> | null): readonly Step[] {
  if (sealing === null) return [];
  const { drawnAt, resultHash, unsealedAt, unsealedBy } = sealing;
  const hash = resultHash === null ? {} : { values: [hashText(resultHash)] };
  return [
    ...(drawnAt === null ? [] : [{ at: drawnAt, text: '结果的加盐指纹记入公开日志，结果封存', open: false, ...hash }]),
    ...(unsealedAt === null ? [] : [{ at: unsealedAt, text: `${unsealedBy ?? ''}开封，全部公开`, open: true }]),
  ];
}

function pending({ sources, drawn, commitment, voided }: PortalDraw): Html | null {
  if (drawn !== null || commitment === null || voided !== null) return null;
  const waiting = sources.filter((source) => source.recordedAt === null).map((source) => source.label);
  return waiting.length === 0 ? null : html`<p class="hint">还要等的随机数：${waiting.join('、')}。</p>`;
}
