import { Meter, Meters, StateText } from '../../design/index.ts';
import { Basis } from './basis.tsx';
import type { ShownPlan } from './shown-plan.ts';

const verdicts = {
  reached: { kind: 'done', word: '达到' },
  agrees: { kind: 'done', word: '相符' },
  missed: { kind: 'late', word: '达不到' },
  differs: { kind: 'late', word: '不符' },
} as const;

/** The meters above the table; a plan that promises more than four things shows its first four. */
export function PlanMeters({ shown }: { readonly shown: ShownPlan }) {
  return (
    <Meters label="指标">
      {shown.meters.slice(0, 4).map((meter) => {
        const verdict = meter.verdict === null ? null : verdicts[meter.verdict];
        return (
          <Meter
            key={meter.key}
            name={meter.name}
            clause={<Basis clause={meter.clause} />}
            value={meter.value}
            tone={verdict?.kind === 'late' ? 'late' : undefined}
            base={meter.base}
            segments={meter.segments.map((percent) => ({ percent }))}
            {...(meter.target === null ? {} : { target: meter.target })}
          >
            {verdict !== null && <StateText kind={verdict.kind}>{verdict.word}</StateText>} {meter.detail}
          </Meter>
        );
      })}
    </Meters>
  );
}
