import type { LotView } from '@mingchou/contract';
import { formatChance, rulerPlace } from '../../../design/index.ts';

const width = 1092;
const height = 470;
const tallest = 400;
const base = 468;

/** 签: bars in ticket order, the dotted cut-off at the last drawn one's height. The list beside it says the same in words. */
export function LotsPicture({
  lots,
  eligible,
  step,
}: {
  readonly lots: readonly LotView[];
  readonly eligible: number;
  readonly step: number;
}) {
  const selected = lots.filter((lot) => lot.outcome === 'selected').length;
  const reserves = lots.filter((lot) => lot.outcome === 'reserve').length;
  const pitch = width / Math.max(1, lots.length);
  const inRoster = [...lots].sort((a, b) => a.position - b.position);
  const last = lots[selected - 1];
  const cutOff = last === undefined ? base : base - heightOf(last);
  // Words stand over their own lots where these are broad enough, else one behind the other.
  const roomy = pitch * selected > 120 && pitch * reserves > 80;
  const placeOf = (lot: LotView) => (step === 0 ? inRoster.indexOf(lot) : lots.indexOf(lot));
  return (
    <section className="lots-picture">
      <p className="caption">
        <b>
          {eligible}家，{eligible}根签，签越短越先中
        </b>
        <span>签的长短＝签号的大小，截止线＝第{selected}家的签号</span>
      </p>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${lots.length}根签按长短排列，最短的${selected}根抽中，其后${reserves}根候补`}
      >
        {step >= 2 && <rect className="drawn-ground" x={0} y={0} width={pitch * selected} height={base} />}
        {step >= 2 && (
          <g className="words">
            <text x={14} y={31}>
              <tspan className="drawn-word">抽中{selected}</tspan>
              <tspan className="reserve-word" {...placeAt(pitch * selected, roomy)}>
                {`${roomy ? '' : '　'}候补${reserves}`}
              </tspan>
              {lots.length > selected + reserves && (
                <tspan {...placeAt(pitch * (selected + reserves), roomy)}>
                  {`${roomy ? '' : '　'}未抽中${eligible - selected - reserves}`}
                </tspan>
              )}
            </text>
            <text x={14} y={68}>
              {formatChance(selected, eligible)}
            </text>
          </g>
        )}
        {lots.map((lot) => (
          <rect
            key={lot.code}
            className={`lot ${step >= 3 ? lot.outcome : ''}`}
            style={{ transform: `translateX(${placeOf(lot) * pitch}px)` }}
            x={pitch * 0.2}
            y={base - heightOf(lot)}
            width={pitch * 0.6}
            height={heightOf(lot)}
          />
        ))}
        <path className="ground" d={`M0 469H${width}`} />
        {step >= 2 && <path className="cut-off" d={`M0 ${cutOff}H${width}`} />}
        {step >= 2 && last !== undefined && (
          <text className="cut-off-word" x={14} y={cutOff - 14}>
            截止线 {last.ticket.slice(0, 4)} {last.ticket.slice(4, 8)}
          </text>
        )}
      </svg>
      <div className="lot-names" aria-hidden="true">
        {lots.map((lot) => (
          <span
            key={lot.code}
            className={step >= 3 ? lot.outcome : ''}
            style={{ width: pitch, transform: `translateX(${placeOf(lot) * pitch}px)` }}
          >
            {shortName(lot.name)}
          </span>
        ))}
      </div>
    </section>
  );
}

function placeAt(left: number, roomy: boolean): { readonly x?: number } {
  return roomy ? { x: left + 10 } : {};
}

function heightOf(lot: LotView): number {
  return rulerPlace(lot.ticket) * tallest + 4;
}

/** The name without the county that all share, so that it can stand upright under its lot. */
function shortName(name: string): string {
  return name.replace(/^.{1,4}[县区市]/, '').slice(0, 9);
}
