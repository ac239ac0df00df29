import { type DrawView, drawRoutes } from '@mingchou/contract';
import type { Instant } from '@mingchou/domain';
import { useState } from 'react';
import { Button, formatMoment } from '../../design/index.ts';
import { IrreversibleDialog } from '../../form/index.ts';
import { instantOfTyped, typedOf, unsealedWitnesses } from './words.ts';
import { reserveWords, sampleSize, teamSize } from './strata.ts';

/** Gate 2: the opening may be put off here for the last time. */
export function PublishStep({ draw, now }: { readonly draw: DrawView; readonly now: Instant }) {
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState(() => typedOf(draw.openAt));
  const waiting = unsealedWitnesses(draw);
  const blocked = waiting.length > 0 ? `等${waiting.join('、')}封存随机数` : undefined;
  const openAt = instantOfTyped(typed.date, typed.time);
  const wrong =
    openAt === undefined ? '请按2022-04-06、10:00的样子填写' : openAt <= now ? '开启时间已过，请改到以后' : undefined;
  const figures = draw.figures;
  return (
    <>
      <Button look="main" reason={blocked} onPress={() => setAsking(true)}>
        公开承诺
      </Button>
      <IrreversibleDialog
        open={asking}
        question={`公开第${draw.drawNo}号抽签的承诺？`}
        verb="公开承诺"
        decline="暂不公开"
        route={drawRoutes.publishCommitment}
        input={{ drawId: draw.id, version: draw.version, openAt: openAt ?? draw.openAt }}
        fixes={[
          `名单${figures?.pool ?? 0}家、排除${(figures?.pool ?? 0) - (figures?.eligible ?? 0)}家和理由`,
          `规则：抽${sampleSize(draw)}家${reserveWords(draw)}，每户${teamSize(draw)}名执法人员`,
          `执法人员${figures?.inspectors ?? 0}人、利害关系${figures?.conflicts ?? 0}条`,
          `随机数来源${draw.sources.length}个，开启时间${openAt === undefined ? '' : formatMoment(openAt, draw.year)}`,
        ]}
        seenBy={['门户上的任何人：指纹、名单、规则、排除理由', '公开日志']}
        reason={wrong}
        onDone={() => setAsking(false)}
        onClose={() => setAsking(false)}
      >
        <fieldset className="field opening">
          <legend>开启时间（北京时间）</legend>
          <input
            aria-label="开启日期"
            value={typed.date}
            onChange={(event) => setTyped({ ...typed, date: event.target.value.trim() })}
          />{' '}
          <input
            aria-label="开启时刻"
            value={typed.time}
            onChange={(event) => setTyped({ ...typed, time: event.target.value })}
          />
          <p className="field-hint">到这一刻才投骰子。公开之后不能再改。</p>
        </fieldset>
      </IrreversibleDialog>
    </>
  );
}
