import { catalogueRoutes } from '@mingchou/contract';
import { lawStatuses, lawStatusTerms } from '@mingchou/domain';
import { useAddress, useGo } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { Link, PageHead, Panel, Stack, Waiting } from '../../design/index.ts';
import { CommandForm, DateField, RadioField, TextField, type Values } from '../../form/index.ts';

const names = {
  'law.title': '名称',
  'law.number': '文号',
  'law.revision': '版本',
  'law.from': '施行日期',
  'law.to': '最后一个有效日',
  'law.status': '状态',
  'law.successor': '现为',
  'law.verified': '核对',
  'law.source': '来源',
};

/** One edition of a law, entered by hand or corrected; its name, number and revision tell it from the others. */
export function LawFormPage() {
  const { search } = useAddress();
  const go = useGo();
  const [title = '', number = '', revision = ''] = (search['law'] ?? '').split('|');
  const laws = useQueryRoute(catalogueRoutes.listLaws, { search: title, size: 500 }, { enabled: title !== '' });
  if (title !== '' && laws.data === undefined) return <Waiting on={laws} />;
  const law = laws.data?.rows.find((row) => row.title === title && row.number === number && row.revision === revision);
  const verb = law === undefined ? '登记这一版本' : '更正这一版本';
  return (
    <>
      <PageHead
        title={law === undefined ? '登记法律依据' : `更正《${law.title}》`}
        meta="按原文件填写；没有见到原文件的选待核"
      />
      <Stack>
        <Panel label={verb} padded>
          <CommandForm
            key={law?.version ?? 0}
            route={catalogueRoutes.recordLaw}
            initial={{
              'law.title': title,
              'law.number': number,
              'law.revision': revision,
              'law.from': law?.from ?? '',
              'law.to': law?.to ?? '',
              'law.status': law?.status ?? 'in-force',
              'law.successor': law?.successor ?? '',
              'law.verified': law?.verified === true ? 'yes' : 'no',
              'law.source': law?.source ?? '',
            }}
            fixed={{ version: law?.version ?? 0 }}
            toInput={lawFrom}
            names={names}
            verb={verb}
            onDone={() => go('/catalogue/laws')}
            aside={
              <Link to="/catalogue/laws" button="plain">
                不登记，返回
              </Link>
            }
          >
            {law === undefined && (
              <>
                <TextField name="law.title" label="名称" hint="不加书名号。" />
                <TextField name="law.number" label="文号" optional />
                <TextField name="law.revision" label="版本" optional hint="如2021年第三次修正；首次发布的不填。" />
              </>
            )}
            <DateField name="law.from" label="施行日期" optional />
            <DateField name="law.to" label="最后一个有效日" optional hint="现行的不填。" />
            <RadioField
              name="law.status"
              label="状态"
              options={lawStatuses.map((value) => ({ value, label: lawStatusTerms[value] }))}
            />
            <TextField name="law.successor" label="现为" optional hint="由哪一版本或哪一文件代替。" />
            <RadioField
              name="law.verified"
              label="核对"
              options={[
                { value: 'yes', label: '已核对原文' },
                { value: 'no', label: '待核' },
              ]}
            />
            <TextField name="law.source" label="来源" />
          </CommandForm>
        </Panel>
      </Stack>
    </>
  );
}

function lawFrom(values: Values): Values {
  const text = (name: string) => String(values[`law.${name}`] ?? '').trim();
  const orNull = (name: string) => (text(name) === '' ? null : text(name));
  return {
    law: {
      ...{ title: text('title'), number: text('number'), revision: text('revision') },
      ...{ from: orNull('from'), to: orNull('to'), status: text('status'), successor: orNull('successor') },
      ...{ verified: text('verified') === 'yes', source: text('source') },
    },
  };
}
