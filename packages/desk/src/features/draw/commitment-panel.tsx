import type { DrawView } from '@mingchou/contract';
import { formatMoment, Hash, Panel, StateText } from '../../design/index.ts';
import { Qr } from './qr.tsx';
import { unsealedWitnesses } from './words.ts';

/** 承诺: the fingerprint in full, its QR, and what it covers. */
export function CommitmentPanel({ draw }: { readonly draw: DrawView }) {
  const sub = '名单、规则、人员和回避关系的指纹。此后任何一字改动，指纹都会不同';
  const { commitment, figures } = draw;
  if (commitment === null) {
    const waiting = unsealedWitnesses(draw);
    const what = waiting.length > 0 ? `等${waiting.join('、')}封存随机数` : '名单冻结后可以公开';
    return (
      <Panel title="承诺" sub={sub} padded>
        <p>
          <StateText kind="not-begun">未公开：{what}。</StateText>
        </p>
      </Panel>
    );
  }
  const address = new URL(draw.publicAddress, window.location.origin).href;
  return (
    <Panel title="承诺" sub={sub} padded>
      <div className="draw-commitment">
        <div>
          <Hash value={commitment.c} name="承诺" />
          <p className="second">
            已于{formatMoment(commitment.act.at)}公开，公开日志第{commitment.logIndex + 1}
            条，至今未变。打印件与屏幕应逐组相同。
          </p>
          <p className="second">
            <a href={draw.publicAddress}>公开页</a>　规则　名单{figures?.pool}家　排除
            {(figures?.pool ?? 0) - (figures?.eligible ?? 0)}家{'　'}
            <StateText kind="locked">
              执法人员{figures?.inspectors}人、回避关系{figures?.conflicts}条，仅审计可见
            </StateText>
          </p>
        </div>
        <figure>
          <Qr text={address} size={88} label="二维码：打开本次抽签的核验页" />
          <figcaption className="second">扫码看承诺</figcaption>
        </figure>
      </div>
    </Panel>
  );
}
