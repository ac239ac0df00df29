import { type DrawView, drawRoutes } from '@mingchou/contract';
import { Button, formatMoment, useTerms } from '../../design/index.ts';
import { IrreversibleDialog } from '../../form/index.ts';
import { drandOf, waitingWitnesses } from './words.ts';
import { isFull, reserveWords, sampleSize } from './strata.ts';

/** Gate 5 */
export function RunStep({ draw, onPress }: { readonly draw: DrawView; readonly onPress: () => void }) {
  const waiting = waitingWitnesses(draw);
  const drand = drandOf(draw);
  const lacksDrand = drand !== undefined && drand.recordedAt === null;
  return (
    <Button
      look="main"
      reason={waiting.length > 0 ? `等${waiting.join('、')}揭示随机数` : lacksDrand ? '等drand这一轮' : undefined}
      onPress={onPress}
    >
      开签
    </Button>
  );
}

/**
 * Stays open when somebody else draws in the meantime: whoever pressed second reads there who drew and when, and the
 * result stands on the page behind.
 */
export function RunDialog({ draw, onClose }: { readonly draw: DrawView; readonly onClose: () => void }) {
  const terms = useTerms();
  const { drawn } = draw;
  return (
    <IrreversibleDialog
      open
      question={`第${draw.drawNo}号抽签现在开签？`}
      verb="开签"
      decline={drawn === null ? '暂不开签' : '看结果'}
      route={drawRoutes.runDraw}
      input={{ drawId: draw.id, version: draw.version }}
      fixes={[
        '随机数已到齐，结果已经确定，开签只是把它算出来',
        `${isFull(draw) ? `${sampleSize(draw)}家全部检查，抽的是次序` : `抽中${sampleSize(draw)}家${reserveWords(draw)}`}，并同时排定检查组`,
        '一次，不可重抽；有误只能申请作废，作废记录会公开',
      ]}
      seenBy={
        draw.sealing === null
          ? ['门户上的任何人：种子、签号、抽中和候补', '公开日志']
          : [`抽签经办人、${terms.deputyDirector}、审计`, '公开日志只记结果的加盐指纹']
      }
      reason={drawn === null ? undefined : `${drawn.name}已于${formatMoment(drawn.at, draw.year)}开签，不能再抽`}
      onDone={onClose}
      onClose={onClose}
    />
  );
}
