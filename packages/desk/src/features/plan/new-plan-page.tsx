import { planRoutes } from '@mingchou/contract';
import { useGo } from '../../address/address.ts';
import { useDesk } from '../../app/session.ts';
import { Link, PageHead, Panel, Stack } from '../../design/index.ts';
import { CommandForm, NumberField } from '../../form/index.ts';
import { HeadFields, headFrom, headNames } from './head-form.tsx';

/** A new plan begins with its head; the base is counted from the registry, the promises come from 本局规则. */
export function NewPlanPage() {
  const go = useGo();
  const { year, chooseYear } = useDesk();
  return (
    <>
      <PageHead title="新建年度抽查计划" meta="底数从名录库数得，频次、覆盖等约束取自本局规则" />
      <Stack>
        <Panel label="新建年度抽查计划" padded>
          <CommandForm
            route={planRoutes.createPlan}
            initial={{
              year,
              'head.title': `${year}年“双随机、一公开”抽查工作计划`,
              'head.documentNo': '',
              'head.issuedOn': '',
              'head.addressees': '',
              'head.publicity': 'published',
              'head.imprint.copies': '',
              'head.imprint.office': '',
              'head.imprint.printedOn': '',
              upstream: '',
            }}
            toInput={(values) => ({ year: values['year'], head: headFrom(values) })}
            draft="plan-new"
            names={headNames}
            verb="新建计划草稿"
            onDone={({ planId }) => {
              chooseYear(year);
              go(`/plan/${planId}`);
            }}
            aside={
              <Link to="/plan" button="plain">
                不新建，返回
              </Link>
            }
          >
            <NumberField name="year" label="年度" unit="年" hint="每个年度一份计划。" />
            <HeadFields />
          </CommandForm>
        </Panel>
      </Stack>
    </>
  );
}
