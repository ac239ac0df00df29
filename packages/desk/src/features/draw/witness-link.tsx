import { type DrawView, drawRoutes, type RandomSourceView } from '@mingchou/contract';
import { useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { Button, RefusalNote, Dialog } from '../../design/index.ts';
import { Qr } from './qr.tsx';

/** Gives a witness his own link, shown once; a new one makes the earlier one worthless. */
export function WitnessLink({ draw, source }: { readonly draw: DrawView; readonly source: RandomSourceView }) {
  const issue = useCommand(drawRoutes.issueWitnessLink);
  const [path, setPath] = useState<string>();
  const give = async () => {
    const outcome = await issue.give({ drawId: draw.id, version: draw.version, witness: source.id });
    if (outcome.ok) setPath(outcome.value.path);
  };
  const words = source.sealedAt === null ? '发链接' : '重发链接';
  const address = path === undefined ? '' : new URL(path, window.location.origin).href;
  return (
    <>
      {' '}
      <Button look="small" busy={issue.pending} label={`给${source.name}${words}`} onPress={() => void give()}>
        {words}
      </Button>
      <RefusalNote refusal={issue.refusal} />
      <Dialog
        open={path !== undefined}
        title={`${source.name}的专用链接`}
        onClose={() => setPath(undefined)}
        width={520}
      >
        <div className="witness-link">
          <Qr text={address} size={200} label={`二维码：${source.name}的见证页面`} />
          <div>
            <p>
              请{source.name}
              用自己的手机扫码。随机数在其手机上生成，本系统只收指纹；揭示时还要用同一台手机、同一个浏览器。
            </p>
            <p>
              <a className="mono witness-address" href={address} target="_blank" rel="noreferrer">
                {address}
              </a>
            </p>
            <p className="hint">链接只在这里显示一次，只交给本人；再发一次，旧链接即失效。</p>
            <Button onPress={() => setPath(undefined)}>收起链接</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
