import { planRoutes } from '@mingchou/contract';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk, useMay } from '../../app/session.ts';
import { Empty, Link, PageHead, Panel, Stack, useSay, Waiting } from '../../design/index.ts';
import { PlanView } from './plan-page.tsx';

/** 年度抽查计划: the plan of the chosen year, or how to begin one. */
export function PlanHome() {
  const { year, chooseYear } = useDesk();
  const plans = useQueryRoute(planRoutes.listPlans, { size: 100 });
  if (plans.data === undefined) return <Waiting on={plans} />;
  const plan = plans.data.rows.find((one) => one.year === year);
  if (plan !== undefined) return <PlanView planId={plan.id} />;
  const others = plans.data.rows.map((one) => one.year);
  return <NoPlan year={year} others={others} onChoose={chooseYear} />;
}

function NoPlan({
  year,
  others,
  onChoose,
}: {
  readonly year: number;
  readonly others: readonly number[];
  readonly onChoose: (year: number) => void;
}) {
  const may = useMay();
  const say = useSay();
  return (
    <>
      <PageHead title={`${year}年度抽查计划`} />
      <Stack>
        <Panel label="年度抽查计划">
          <Empty
            action={
              may('create-plan') ? (
                <>
                  <Link to="/plan/new" button="main">
                    新建{year}年计划
                  </Link>{' '}
                  <Link to="/plan/reading" button="plain">
                    读入去年的计划
                  </Link>
                </>
              ) : undefined
            }
          >
            还没有{year}年计划。
            {may('create-plan')
              ? '新建后逐项写入任务，家数按底数和比例算出。'
              : say('由{legalSection}或业务{section}新建。')}
            {others.length > 0 && (
              <>
                已有计划：
                {others.map((other) => (
                  <button key={other} type="button" className="link" onClick={() => onChoose(other)}>
                    {other}年
                  </button>
                ))}
              </>
            )}
          </Empty>
        </Panel>
      </Stack>
    </>
  );
}
