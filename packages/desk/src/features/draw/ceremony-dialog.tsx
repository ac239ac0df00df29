import type { DrawView } from '@mingchou/contract';
import { Button, Dialog } from '../../design/index.ts';
import { Qr } from './qr.tsx';

/** The public page of the ceremony: on the wall, and on the phone of everyone in the room. */
export function CeremonyDialog({ draw, onClose }: { readonly draw: DrawView; readonly onClose: () => void }) {
  const live = `${draw.publicAddress}/live`;
  const address = new URL(live, window.location.origin).href;
  return (
    <Dialog open title={`第${draw.drawNo}号抽签的仪式大屏`} onClose={onClose} width={560}>
      <div className="witness-link">
        <Qr text={address} size={200} label="二维码：在手机上看同一画面" />
        <div>
          <p>大屏和手机看的是同一个公开网页，不用登录；随机数到一个，画面显示一个。</p>
          <p>
            <a className="button main" href={`${live}?screen`} target="_blank" rel="noreferrer">
              打开大屏
            </a>{' '}
            <a className="button plain" href={`${live}?screen&dark`} target="_blank" rel="noreferrer">
              打开深底大屏
            </a>
          </p>
          <p className="hint">
            投影仪用白底，LED墙用深底；在场的人扫码看同一画面，开签后大屏上的码改为用自己的手机重算。
          </p>
          <Button onPress={onClose}>收起</Button>
        </div>
      </div>
    </Dialog>
  );
}
