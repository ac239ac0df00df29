import type { DrawView } from '@mingchou/contract';
import type { ReactNode } from 'react';
import { formatMoment, Icon } from '../../../design/index.ts';
import { Qr } from '../qr.tsx';
import { fives, isHere, sourceName } from '../words.ts';
import { clockOf } from './header.tsx';

/** Where the numbers came from, the sentence that is always there, and the way to check it oneself. */
export function Footer({ draw, offline }: { readonly draw: DrawView; readonly offline: boolean }) {
  const address = new URL(draw.publicAddress, window.location.origin).href;
  return (
    <footer>
      <div>
        <dl className="inputs">
          <Input
            name={draw.commitment === null ? '承诺' : `承诺，${formatMoment(draw.commitment.act.at, draw.year)}公开`}
            value={draw.commitment?.c ?? null}
          />
          {draw.sources.map((source) => (
            <Input
              key={`${source.kind}${source.id}`}
              name={nameOf(source)}
              value={isHere(source) ? source.value : null}
              kind={source.kind}
            />
          ))}
          {draw.result !== null && (
            <div className="seed">
              <dt>合成种子</dt>
              <dd>
                <Lines value={draw.result.seed} />
              </dd>
            </div>
          )}
        </dl>
        <p className="say" aria-live="polite">
          {offline ? '画面暂时没有更新，已封存和已录入的不受影响。' : sentence(draw)}
        </p>
      </div>
      {draw.commitment !== null && (
        <div className="qr">
          <Qr text={address} size={158} label="二维码：打开本次抽签的核验页" />
          <p>
            扫码，
            <br />
            {draw.result === null ? '看公开的承诺' : '用自己的手机重算'}
            <small>不用登录</small>
          </p>
        </div>
      )}
    </footer>
  );
}

function sentence(draw: DrawView): ReactNode {
  if (draw.result === null) return '随机数到齐，结果就已确定；画面只是把签按长短排开。';
  const eligible = draw.figures?.eligible ?? 0;
  const last = draw.sources.map((source) => source.confirmedAt ?? source.recordedAt ?? draw.openAt).reduce(later);
  return `${clockOf(last)}随机数到齐，结果就已确定；画面只是把${eligible}根签按长短排开。`;
}

function later<T extends string>(a: T, b: T): T {
  return a > b ? a : b;
}

function nameOf(source: DrawView['sources'][number]): string {
  if (source.kind === 'dice') return `骰子${source.digits ?? 0}位`;
  return source.kind === 'witness' ? `见证人　${source.name}` : sourceName(source);
}

function Input({
  name,
  value,
  kind,
}: {
  name: string;
  value: string | null;
  kind?: DrawView['sources'][number]['kind'];
}) {
  return (
    <div>
      <dt>
        <Icon name={value === null ? 'ring' : 'tick'} tone={value === null ? undefined : 'done'} /> {name}
      </dt>
      <dd>{value === null ? '未到' : <Value value={value} kind={kind} />}</dd>
    </div>
  );
}

function Value({ value, kind }: { value: string; kind: DrawView['sources'][number]['kind'] | undefined }) {
  if (kind === 'dice') return <DigitLines value={value} />;
  return kind === 'lottery' ? value.replaceAll(',', ' ') : <Lines value={value} />;
}

function DigitLines({ value }: { readonly value: string }) {
  const half = Math.ceil(value.length / 10) * 5;
  return (
    <>
      {fives(value.slice(0, half))}
      <br />
      {fives(value.slice(half))}
    </>
  );
}

/** The first 16 characters and the last 12 of a long hash, a witness's 32 whole, on two lines. */
function Lines({ value }: { readonly value: string }) {
  const groups = value.match(/.{1,4}/g) ?? [];
  const second = groups.length > 8 ? ['…', ...groups.slice(-3)] : groups.slice(4);
  return (
    <>
      {groups.slice(0, 4).join(' ')}
      <br />
      {second.join(' ')}
    </>
  );
}
