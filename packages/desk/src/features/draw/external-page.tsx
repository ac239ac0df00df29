import {
  externalMark,
  externalRoutes,
  externalStatusTitles,
  type ExternalView,
  registryRoutes,
} from '@mingchou/contract';
import type { DrawId } from '@mingchou/domain';
import { useState } from 'react';
import { usePathParams } from '../../address/address.ts';
import { ask } from '../../api/client.ts';
import { useQueryRoute } from '../../api/index.ts';
import { useMay } from '../../app/session.ts';
import {
  Button,
  Column,
  Columns,
  Dialog,
  formatDate,
  formatMoment,
  Hash,
  Icon,
  PageHead,
  Panel,
  Particulars,
  StateTag,
  Waiting,
} from '../../design/index.ts';
import { CommandForm, IrreversibleDialog, LongTextField } from '../../form/index.ts';
import { externalKinds } from './external-list.tsx';

/** One draw of another platform: what was registered, who goes where, and that nobody can recompute it. */
export function ExternalPage() {
  const { externalId: drawId = '' } = usePathParams();
  const shown = useQueryRoute(externalRoutes.showExternalDraw, { drawId: drawId as DrawId });
  if (shown.data === undefined) return <Waiting on={shown} lines={10} />;
  return <External draw={shown.data} />;
}

function External({ draw }: { readonly draw: ExternalView }) {
  const { year, withdrawn } = draw;
  return (
    <>
      <PageHead
        title={`外部抽取第${draw.registerNo}号　${draw.objectsName}`}
        state={<StateTag kind={externalKinds[draw.status]}>{externalStatusTitles[draw.status]}</StateTag>}
        meta={`计划任务${draw.planRowNo}，检查最晚${formatDate(draw.to)}完成`}
        actions={<Acts draw={draw} />}
      />
      <Columns side={372}>
        <Column>
          <Panel label="不能核验" padded>
            <p className="tone-warn">
              <Icon name="octagon" /> <b>{externalMark}</b>
            </p>
            <p className="second">
              没有事先公开的承诺和随机数。登记的是{draw.platform}上的结果；门户照样标明，轮次和排除规则一样计入。
            </p>
            {withdrawn !== null && (
              <p>
                {withdrawn.name}于{formatMoment(withdrawn.at, year)}撤回登记：{withdrawn.text}
              </p>
            )}
          </Panel>
          <ObjectsPanel draw={draw} />
        </Column>
        <Column>
          <Panel title="登记" padded>
            <Particulars
              rows={[
                ['平台', draw.platformNo === null ? draw.platform : `${draw.platform}，编号${draw.platformNo}`],
                ['抽取', `${draw.operator}于${formatMoment(draw.drawnAt, year)}`],
                ['登记', `${draw.registered.name}于${formatMoment(draw.registered.at, year)}`],
                ['轮次', draw.round?.name ?? '不属于轮次'],
                [
                  '家数',
                  draw.objects.length === draw.approvedCount
                    ? `${draw.objects.length}家，与批准的相同`
                    : `${draw.objects.length}家，计划批准${draw.approvedCount}家`,
                ],
                [
                  '派发',
                  draw.dispatched === null
                    ? '未派发'
                    : `${draw.dispatched.name}于${formatMoment(draw.dispatched.at, year)}`,
                ],
              ]}
            />
          </Panel>
          <ScreenshotsPanel draw={draw} />
        </Column>
      </Columns>
    </>
  );
}

function ObjectsPanel({ draw }: { readonly draw: ExternalView }) {
  const choices = useQueryRoute(registryRoutes.listChoices, {});
  const sectorOf = (code: string) => choices.data?.sectors.find((one) => one.code === code)?.name ?? code;
  return (
    <Panel title="抽中的对象和检查组" sub={`${draw.objects.length}家`}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col" className="num">
              序
            </th>
            <th scope="col">企业名称</th>
            <th scope="col">统一社会信用代码</th>
            <th scope="col">类别</th>
            <th scope="col">检查组</th>
          </tr>
        </thead>
        <tbody>
          {draw.objects.map((object) => (
            <tr key={object.code}>
              <td className="num">{object.order}</td>
              <td>{object.name}</td>
              <td className="mono">{object.code}</td>
              <td>{sectorOf(object.sector)}</td>
              <td>{object.inspectors.map((person) => person.name).join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function ScreenshotsPanel({ draw }: { readonly draw: ExternalView }) {
  const [refused, setRefused] = useState<string>();
  return (
    <Panel title="截图" sub="指纹只证明登记后没有换过" padded>
      {draw.files.map((file) => (
        <div key={file.hash}>
          <p>
            <Button
              look="text"
              icon="download"
              onPress={() => void keepFile(draw.id, file.hash).then((message) => setRefused(message))}
            >
              {file.name}
            </Button>{' '}
            <span className="second">{Math.ceil(file.size / 1024)} KB</span>
          </p>
          <Hash value={file.hash} name="截图" size="small" />
        </div>
      ))}
      {refused !== undefined && <p role="alert">{refused}</p>}
    </Panel>
  );
}

/** Saves the screenshot on this computer; what went wrong in words, else nothing. */
async function keepFile(drawId: DrawId, hash: string): Promise<string | undefined> {
  const outcome = await ask(externalRoutes.readExternalFile, { drawId, hash });
  if (!outcome.ok) return outcome.refusal.message;
  const { name, mediaType, base64 } = outcome.value;
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
  return undefined;
}

function Acts({ draw }: { readonly draw: ExternalView }) {
  const may = useMay();
  const [asking, setAsking] = useState<'dispatch' | 'withdraw'>();
  if (draw.status !== 'registered') return null;
  const about = { drawId: draw.id, version: draw.version };
  const close = () => setAsking(undefined);
  return (
    <>
      {may('withdraw-external-draw') && <Button onPress={() => setAsking('withdraw')}>撤回登记</Button>}
      {may('dispatch-external-draw') && (
        <Button look="main" onPress={() => setAsking('dispatch')}>
          派发{draw.objects.length}户
        </Button>
      )}
      <IrreversibleDialog
        open={asking === 'dispatch'}
        question={`派发外部抽取第${draw.registerNo}号？`}
        verb={`派发${draw.objects.length}户`}
        decline="暂不派发"
        route={externalRoutes.dispatchExternalDraw}
        input={about}
        fixes={['按登记的检查组生成检查', '登记不能再撤回']}
        seenBy={['检查组；门户标明已派发']}
        onDone={close}
        onClose={close}
      />
      <Dialog open={asking === 'withdraw'} title="撤回登记？" onClose={close} width={520}>
        <CommandForm
          route={externalRoutes.withdrawExternalDraw}
          fixed={about}
          initial={{ text: '' }}
          names={{ text: '理由' }}
          verb="撤回登记"
          onDone={close}
          aside={<Button onPress={close}>返回</Button>}
        >
          <p className="hint">登记号不再使用，任务退回待抽签；登记和理由仍在门户。</p>
          <LongTextField name="text" label="理由" maxLength={500} />
        </CommandForm>
      </Dialog>
    </>
  );
}
