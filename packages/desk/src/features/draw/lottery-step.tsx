import { drawRoutes, type DrawView, lotteryGames, lotteryOnTrust } from '@mingchou/contract';
import { useState } from 'react';
import { Button, Dialog } from '../../design/index.ts';
import { CommandForm, TextField } from '../../form/index.ts';
import { sourceName } from './words.ts';

type Source = DrawView['sources'][number];

/** Gate 4, a lottery: one types the announcement, another reads it for himself. */
export function LotteryStep({
  draw,
  source,
  me,
  mayType,
}: {
  readonly draw: DrawView;
  readonly source: Source;
  readonly me: string;
  readonly mayType: boolean;
}) {
  const [act, setAct] = useState<'record' | 'confirm'>();
  const recorded = source.recordedBy !== null;
  return (
    <>
      {mayType && (
        <Button look={recorded ? 'plain' : 'main'} onPress={() => setAct('record')}>
          {recorded ? '重新录入开奖号码' : '录入开奖号码'}
        </Button>
      )}
      {recorded && (
        <Button
          look="main"
          reason={source.recordedBy === me ? '录入人不能复核，请另一人照官方公告复核' : undefined}
          onPress={() => setAct('confirm')}
        >
          复核开奖号码
        </Button>
      )}
      {act !== undefined && <LotteryDialog draw={draw} source={source} act={act} onClose={() => setAct(undefined)} />}
    </>
  );
}

function LotteryDialog({
  draw,
  source,
  act,
  onClose,
}: {
  readonly draw: DrawView;
  readonly source: Source;
  readonly act: 'record' | 'confirm';
  readonly onClose: () => void;
}) {
  if (source.lottery === null) return null;
  const game = lotteryGames[source.lottery.game];
  const recording = act === 'record';
  const verb = recording ? '录入开奖号码' : '复核开奖号码';
  return (
    <Dialog open title={`${verb}：${sourceName(source)}？`} onClose={onClose} width={560}>
      <CommandForm
        route={recording ? drawRoutes.recordLottery : drawRoutes.confirmLottery}
        fixed={{ drawId: draw.id, version: draw.version, lottery: source.id }}
        initial={{ numbers: '' }}
        names={{ numbers: '开奖号码' }}
        verb={verb}
        onDone={onClose}
        aside={<Button onPress={onClose}>{recording ? '暂不录入' : '暂不复核'}</Button>}
      >
        <p>
          {recording ? '照官方公告键入，' : '请自己打开官方公告，不看屏幕，再键入一遍，'}要{game.numbers}。
          全角数字和空格都可以。{lotteryOnTrust}。
        </p>
        <p>
          <LotterySite source={source} />
        </p>
        <TextField name="numbers" label="开奖号码" />
      </CommandForm>
    </Dialog>
  );
}

/** Where the announcement stands. */
export function LotterySite({ source }: { readonly source: Source }) {
  if (source.lottery === null) return null;
  const { name, site } = lotteryGames[source.lottery.game];
  return (
    <a href={site} target="_blank" rel="noreferrer">
      {name}官方公告 {new URL(site).host}
    </a>
  );
}
