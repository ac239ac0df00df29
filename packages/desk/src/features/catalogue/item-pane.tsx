import { catalogueRoutes, type ItemView } from '@mingchou/contract';
import { categoryTerms, itemStatusTerms } from '@mingchou/domain';
import { useState } from 'react';
import { useCommand, useQueryRoute } from '../../api/index.ts';
import { useMay } from '../../app/session.ts';
import {
  Block,
  Button,
  Dialog,
  formatMoment,
  Link,
  Panel,
  Particulars,
  RefusalNote,
  StateText,
  Waiting,
} from '../../design/index.ts';
import { CommandForm, LongTextField } from '../../form/index.ts';
import { BasisChip } from './basis-chip.tsx';
import { CheckPoints } from './check-points.tsx';

/** One item with everything the list's ten columns and 法律责任 say. */
export function ItemPane({ itemId }: { readonly itemId: string }) {
  const item = useQueryRoute(catalogueRoutes.showItem, { id: itemId });
  if (item.data === undefined) {
    return (
      <Panel as="aside" title="一项抽查事项" padded>
        <Waiting on={item} />
      </Panel>
    );
  }
  const shown = item.data;
  return (
    <Panel as="aside" title={`第${shown.no}项`} sub={<ItemState item={shown} />}>
      <Block title={shown.title}>
        <Particulars
          rows={[
            ['权责清单事项', codeAnd(shown.mapping?.dutyCode, shown.dutyItem)],
            ['省级清单', codeAnd(shown.mapping?.provinceCode, shown.mapping?.provinceItem ?? '没有对应')],
            ['{subject}', shown.subjects],
            ['事项类别', categoryTerms[shown.category]],
            ['检查方式', shown.methods.join('、')],
            ['比例及频次', shown.ratioAndFrequency],
            ['检查部门', `${shown.department}${shown.tier === '' ? '' : `（${shown.tier}）`}`],
          ]}
        />
      </Block>
      <Block title={`抽查内容　${shown.checkItems.length}条`}>
        <CheckPoints points={shown.checkItems} />
      </Block>
      <Block title="检查依据">
        {shown.legalBases.length === 0 && <StateText kind="late">没有依据，不能公布</StateText>}
        {shown.bases.map((basis) => (
          <div key={basis.text} className="basis-line">
            <BasisChip basis={basis} />
          </div>
        ))}
      </Block>
      <Block title="法律责任">
        <p>{shown.liability === '' ? '没有写明' : shown.liability}</p>
      </Block>
      <Notes notes={shown.notes} />
      <ItemCommands item={shown} />
    </Panel>
  );
}

const codeAnd = (code: string | null | undefined, name: string): string =>
  code === null || code === undefined ? name : `${name}（${code}）`;

/** 请核对: what stands in the way of publishing first. */
function Notes({ notes }: { readonly notes: ItemView['notes'] }) {
  if (notes.length === 0) return null;
  const [must, check] = [notes.filter(isMust), notes.filter((note) => !isMust(note))];
  return (
    <Block title={`请核对　${notes.length}条`}>
      {[...must, ...check].map((note) => (
        <p key={`${note.code} ${note.text}`} className="item-note">
          <StateText kind={isMust(note) ? 'late' : 'soon'}>{note.text}</StateText>
        </p>
      ))}
    </Block>
  );
}

const isMust = ({ severity }: ItemView['notes'][number]): boolean => severity === 'must';

function ItemState({ item }: { readonly item: ItemView }) {
  const word = itemStatusTerms[item.status];
  if (item.status === 'published') {
    const when = item.publishedAt === null ? '' : formatMoment(item.publishedAt);
    return (
      <StateText kind="done">
        {word} {item.publishedBy} {when}
      </StateText>
    );
  }
  return item.status === 'withdrawn' ? (
    <StateText kind="withdrawn">
      {word}：{item.withdrawnReason}
    </StateText>
  ) : (
    <StateText kind="not-begun">{word}</StateText>
  );
}

function ItemCommands({ item }: { readonly item: ItemView }) {
  const may = useMay();
  const publish = useCommand(catalogueRoutes.publishItems);
  const [withdrawing, setWithdrawing] = useState(false);
  const mayPublish = item.status !== 'published' && may('publish-items');
  const mayEdit = item.status !== 'published' && may('update-item');
  const mayWithdraw = item.status === 'published' && may('withdraw-item');
  if (!mayPublish && !mayEdit && !mayWithdraw) return null;
  return (
    <Block>
      <RefusalNote refusal={publish.refusal} />
      {mayPublish && (
        <Button
          look="small"
          busy={publish.pending}
          onPress={() => void publish.give({ items: [{ id: item.id, version: item.version }] })}
        >
          公布这一项
        </Button>
      )}{' '}
      {mayEdit && (
        <Link to={`/catalogue/${item.id}/edit`} button="small">
          修改这一项
        </Link>
      )}
      {mayWithdraw && (
        <Button look="small" onPress={() => setWithdrawing(true)}>
          撤下这一项
        </Button>
      )}
      {withdrawing && <WithdrawDialog item={item} onClose={() => setWithdrawing(false)} />}
    </Block>
  );
}

function WithdrawDialog({ item, onClose }: { readonly item: ItemView; readonly onClose: () => void }) {
  return (
    <Dialog open title={`撤下「${item.title}」？`} width={560} onClose={onClose}>
      <CommandForm
        route={catalogueRoutes.withdrawItem}
        initial={{ reason: '' }}
        fixed={{ id: item.id, version: item.version }}
        names={{ reason: '撤下的理由' }}
        verb="撤下这一项"
        onDone={onClose}
        aside={<Button onPress={onClose}>不撤下</Button>}
      >
        <LongTextField
          name="reason"
          label="撤下的理由"
          hint="撤下后不能再列入计划；已批准的计划里有这一项的，任务不能开始，已抽取的不能派发。"
        />
      </CommandForm>
    </Dialog>
  );
}
