import './lots.css';
import { type Lot, lotHeight, rulerPlace } from './lot-order.ts';

/**
 * 签: bars in ticket order, height = ticket, a dotted line at the cut-off. Drawn filled seal, reserves outlined seal,
 * others outlined edge. Decoration of a list that stands beside it as text (`label` names that list).
 */
export function Lots({
  lots,
  label,
  height = 120,
}: {
  readonly lots: readonly Lot[];
  readonly label: string;
  readonly height?: number;
}) {
  const width = lots.length * 12;
  const drawn = lots.filter((lot) => lot.fate === 'drawn').length;
  return (
    <svg
      className="lots"
      viewBox={`0 0 ${width} ${height}`}
      height={height}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {lots.map((lot, place) => {
        const tall = lotHeight(lot.ticket) * (height - 4) + 4;
        return <rect key={lot.key} className={lot.fate} x={place * 12 + 2} y={height - tall} width={8} height={tall} />;
      })}
      {drawn > 0 && drawn < lots.length && <path className="cut-off" d={`M${drawn * 12} 0V${height}`} />}
    </svg>
  );
}

/** One enterprise among all: a ruler 0000–ffff with every ticket as a tick, its own thick. */
export function LotRuler({
  lots,
  own,
  label,
}: {
  readonly lots: readonly Lot[];
  readonly own: string;
  readonly label: string;
}) {
  return (
    <svg
      className="lots ruler"
      viewBox="0 0 1000 40"
      height={40}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path className="base" d="M0 38H1000" />
      {lots.map((lot) => {
        const x = rulerPlace(lot.ticket) * 1000;
        return (
          <path
            key={lot.key}
            className={lot.key === own ? 'own' : lot.fate}
            d={`M${x} ${lot.key === own ? 4 : 18}V38`}
          />
        );
      })}
    </svg>
  );
}
