import { catalogueRoutes, type ItemView, policyRoutes } from '@mingchou/contract';
import { resolvePolicy } from '@mingchou/domain';
import { useGo, usePathParams } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { Link, PageHead, Panel, Stack, Waiting } from '../../design/index.ts';
import { ChecksField, CommandForm, LongTextField, RadioField, TextField } from '../../form/index.ts';
import { RatioField } from './ratio-field.tsx';
import { blankItem, contentFromValues, valuesOfItem } from './item-form.ts';

const names = {
  'content.dutyItem': '权责清单事项',
  'content.title': '抽查事项',
  'content.checkItems': '抽查内容',
  'content.subjects': '{subject}',
  'content.category': '事项类别',
  'content.methods': '检查方式',
  'content.ratioAndFrequency': '抽查比例及频次',
  'content.department': '检查部门',
  'content.tier': '实施层级',
  'content.legalBases': '检查依据',
  'content.liability': '法律责任',
  'content.sectors': '行业类别',
};
const methods = ['查阅资料', '现场检查', '书面检查', '网络监测', '检验检测'];

/** One item of the list, written anew or changed before it is published. */
export function ItemFormPage() {
  const { itemId } = usePathParams();
  const policy = useQueryRoute(policyRoutes.currentPolicy, {});
  const item = useQueryRoute(catalogueRoutes.showItem, { id: itemId ?? '' }, { enabled: itemId !== undefined });
  if (policy.data === undefined) return <Waiting on={policy} />;
  if (itemId !== undefined && item.data === undefined) return <Waiting on={item} />;
  const sectors = resolvePolicy(policy.data.profile, 'sectors').value;
  const title = itemId === undefined ? '增加抽查事项' : '修改抽查事项';
  return (
    <>
      <PageHead title={title} meta="公布后才能列入计划；没有依据的不能公布" />
      <Stack>
        <Panel label={title} padded>
          <ItemForm item={item.data} sectors={sectors.map(({ code, label }) => ({ value: code, label }))} />
        </Panel>
      </Stack>
    </>
  );
}

interface ItemFormProps {
  readonly item: ItemView | undefined;
  readonly sectors: readonly { readonly value: string; readonly label: string }[];
}

function ItemForm({ item, sectors }: ItemFormProps) {
  const go = useGo();
  return (
    <CommandForm
      key={item?.version ?? 0}
      route={item === undefined ? catalogueRoutes.addItem : catalogueRoutes.updateItem}
      initial={item === undefined ? blankItem : valuesOfItem(item)}
      fixed={item === undefined ? {} : { id: item.id, version: item.version }}
      toInput={(values) => ({ content: contentFromValues(values) })}
      // A draft of an older version is left behind: it would hide what has changed since.
      draft={item === undefined ? 'item-new' : `item:${item.id}:${item.version}`}
      names={names}
      verb={item === undefined ? '增加抽查事项' : '保存抽查事项'}
      onDone={({ id }) => go(`/catalogue?item=${id}`)}
      aside={
        <Link to="/catalogue" button="plain">
          不改，返回清单
        </Link>
      }
    >
      <TextField name="content.dutyItem" label="权责清单事项" hint="每一项都挂在一项权责清单事项下。" />
      <TextField name="content.title" label="抽查事项" />
      <LongTextField
        name="points"
        label="抽查内容"
        rows={8}
        hint="每行一条，现场检查表按这个次序；分组的，在一组前面单写一行【组名】。可在后面用｜接着写：符合用语｜不符合用语｜取证提示｜处理措施｜期限（立即或15日内）｜重大隐患编号。"
      />
      <TextField name="content.subjects" label="{subject}" />
      <ChecksField name="content.sectors" label="行业类别" options={sectors} />
      <RadioField
        name="content.category"
        label="事项类别"
        options={[
          { value: 'priority', label: '重点检查事项', hint: '比例不设上限，比例高时随机排定检查次序' },
          { value: 'ordinary', label: '一般检查事项', hint: '严格控制比例' },
        ]}
      />
      <ChecksField
        name="content.methods"
        label="检查方式"
        options={methods.map((method) => ({ value: method, label: method }))}
      />
      <RatioField />
      <TextField name="content.department" label="检查部门" />
      <TextField name="content.tier" label="实施层级" optional />
      <LongTextField
        name="bases"
        label="检查依据"
        rows={4}
        hint="每行一条，如《安全生产法》（2021年第三次修正）第六十五条。"
      />
      <LongTextField name="content.liability" label="法律责任" optional />
    </CommandForm>
  );
}
