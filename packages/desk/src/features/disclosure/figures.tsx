import type { disclosureRoutes } from '@mingchou/contract';
import type { z } from 'zod';
import { Meter, Meters } from '../../design/index.ts';

export type Figures = z.output<typeof disclosureRoutes.disclosureFigures.reply>;

/** 公示情况: the 100 % meter, what is overdue, what is due, what has time. */
export function FigureMeters({ figures, drawNo }: { readonly figures: Figures; readonly drawNo: string | undefined }) {
  const { finished, disclosed, overdue, dueWithinTwo, later, inTime, averageDays } = figures;
  const percent = (part: number) => (finished === 0 ? 0 : (part / finished) * 100);
  return (
    <Meters label="公示情况" wideFirst={1.5}>
      <Meter
        name={`${drawNo === undefined ? '全部抽签' : `第${drawNo}号抽签`}，检查结束${finished}家`}
        value={`${disclosed}/${finished}`}
        base="已公示，目标100%"
        segments={[{ percent: percent(disclosed) }, { percent: percent(overdue), late: true }]}
        target={100}
      />
      <Meter name="已超期" value={overdue} base="条" tone={overdue > 0 ? 'late' : undefined} />
      <Meter name="今明两个工作日到期" value={dueWithinTwo} base="条" tone={dueWithinTwo > 0 ? 'soon' : undefined} />
      <Meter name="还有2个工作日以上" value={later} base="条" />
      <Meter
        name="已公示的按期率"
        value={`${inTime}/${disclosed}`}
        base={averageDays === null ? '按期' : `按期，平均${averageDays}个工作日`}
      />
    </Meters>
  );
}
