import type { DrawStratumView, DrawView } from '@mingchou/contract';
import type { LiveDraw, RosterFigures } from '@mingchou/domain';
import { sampleTotals } from '@mingchou/domain';

/** The strata of the design, with their figures once the roster is frozen. */
export function strataView(draw: LiveDraw): DrawStratumView[] {
  const figures = draw.status === 'preparing' ? [] : draw.figures.strata;
  return draw.setup.strata.map(({ code, name, size, batches, seats }) => {
    const found = figures.find((one) => one.code === code);
    return {
      ...{ code, name, size, batches },
      seats: seats.map(({ needs }) => ({ needs: [...needs] })),
      figures: found === undefined ? null : { ...found },
      full: found?.full ?? false,
    };
  });
}

export function figuresView(figures: RosterFigures): NonNullable<DrawView['figures']> {
  const { pool, eligible, excluded, inspectors, conflicts, strata } = figures;
  return { pool, eligible, excluded: [...excluded], inspectors, conflicts, ...sampleTotals(strata) };
}
