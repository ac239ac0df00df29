import { drandAddress, drandName, drawRoutes, type DrawView } from '@mingchou/contract';
import type { Instant } from '@mingchou/domain';
import { useState } from 'react';
import { Button, Dialog, formatMoment } from '../../design/index.ts';
import { CommandForm, LongTextField, NumberField } from '../../form/index.ts';

/** Gate 4, last of all: the round is pasted as the chain publishes it; the server takes it only when it verifies. */
export function DrandStep({
  draw,
  source,
  now,
}: {
  readonly draw: DrawView;
  readonly source: DrawView['sources'][number];
  readonly now: Instant;
}) {
  const [asking, setAsking] = useState(false);
  const { drand } = source;
  if (drand === null) return null;
  const waiting = now < drand.emittedAt;
  const close = () => setAsking(false);
  return (
    <>
      <Button
        look="main"
        reason={waiting ? `drand第${drand.round}轮${formatMoment(drand.emittedAt, draw.year)}产生` : undefined}
        onPress={() => setAsking(true)}
      >
        录入drand
      </Button>
      {asking && (
        <Dialog open title={`录入drand ${drandName(drand.chain)}第${drand.round}轮？`} onClose={close} width={640}>
          <CommandForm
            route={drawRoutes.recordDrand}
            fixed={{ drawId: draw.id, version: draw.version }}
            initial={{ round: drand.round, signature: '' }}
            names={{ round: '轮次', signature: '签名' }}
            verb="录入drand"
            onDone={close}
            aside={<Button onPress={close}>暂不录入</Button>}
          >
            <p>
              在能上网的设备上打开
              <a href={drandAddress(drand.chain, drand.round)} target="_blank" rel="noreferrer">
                第{drand.round}轮
              </a>
              ，把signature后面的内容抄到这里。系统离线核验签名，相符才收。
            </p>
            <NumberField name="round" label="轮次" />
            <LongTextField name="signature" label="签名" rows={3} maxLength={400} />
          </CommandForm>
        </Dialog>
      )}
    </>
  );
}
