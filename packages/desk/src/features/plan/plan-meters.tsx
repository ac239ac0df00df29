import type { PlanMeter } from '@mingchou/domain';
import { Meter, Meters, StateText } from '../../design/index.ts';
import { Basis } from './basis.tsx';

/** The word of a verdict and the state it shows. */
export const meterVerdicts = {
  reached: { kind: 'done', word: '达到' },
  agrees: { kind: 'done', word: '相符' },
  fits: { kind: 'done', word: '够用' },
  exceeds: { kind: 'late', word: '超出' },
  missed: { kind: 'late', word: '达不到' },
  differs: { kind: 'late', word: '不符' },
} as const;

/** The meters of a plan, four in a line. */
export function PlanMeters({ meters }: { readonly meters: readonly PlanMeter[] }) {
  const lines = Array.from({ length: Math.ceil(meters.length / 4) }, (_, at) => meters.slice(at * 4, at * 4 + 4));
  return lines.map((line, at) => (
    <Meters key={line[0]?.key} label={at === 0 ? '指标' : `指标，第${at + 1}行`} wideFirst={at === 0 ? 1.25 : 1}>
      {line.map((meter) => {
        const verdict = meter.verdict === null ? null : meterVerdicts[meter.verdict];
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
  ));
}
