import { type DisclosureRow, type DisclosureView, disclosureRoutes } from '@mingchou/contract';
import type { CalendarDate, InspectionId } from '@mingchou/domain';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk } from '../../app/session.ts';
import {
  Block,
  Button,
  ClauseChip,
  formatDate,
  formatDateWithWeekday,
  formatWeekday,
  Icon,
  Link,
  Panel,
  Particulars,
  Reckoning,
  StateText,
  Waiting,
} from '../../design/index.ts';

/** Beside the queue: how the deadline is reckoned, what the public will see, where it goes. */
export function DisclosurePane({
  id,
  onDisclose,
  onClose,
}: {
  readonly id: InspectionId;
  readonly onDisclose: (row: DisclosureRow) => void;
  readonly onClose: () => void;
}) {
  const asked = useQueryRoute(disclosureRoutes.showDisclosure, { id });
  const view = asked.data;
  return (
    <Panel
      as="aside"
      title={view?.row.subjectName ?? '一条公示'}
      right={
        <Button look="text" icon="cross" label="关闭右栏" onPress={onClose}>
          关闭
        </Button>
      }
    >
      {view === undefined ? (
        <Waiting on={asked} />
      ) : (
        <>
          <ReckoningBlock view={view} />
          <PublicBlock view={view} />
          <ChannelsBlock view={view} />
          <Block>
            <div className="form-actions">
              {view.row.mayDisclose && (
                <Button look="main" onPress={() => onDisclose(view.row)}>
                  公示这1条
                </Button>
              )}
              <Link to={`/inspection/${id}`} button="plain">
                查看这一户
              </Link>
            </div>
          </Block>
        </>
      )}
    </Panel>
  );
}

function ReckoningBlock({ view }: { readonly view: DisclosureView }) {
  const { deadline } = view.row;
  const event = deadline.event as CalendarDate;
  const days = [
    { date: event, kind: 'start' as const },
    ...view.days.map((day) =>
      day.number === null
        ? { date: day.date, kind: 'rest' as const }
        : { date: day.date, kind: 'counted' as const, nth: day.number },
    ),
  ];
  const title = `${deadline.clause.source} ${deadline.clause.place}`;
  return (
    <Block title="期限怎么算" right={<ClauseChip clause={{ title }} />}>
      <Reckoning
        days={days}
        dueOn={deadline.last as CalendarDate}
        today={view.today}
        startWord={deadline.startEvent === '检查结束' ? '结束' : '起算'}
      >
        <ReckoningSentence view={view} />
      </Reckoning>
    </Block>
  );
}

/** One sentence that names the trap. */
function ReckoningSentence({ view }: { readonly view: DisclosureView }) {
  const { year } = useDesk();
  const { deadline, lastIsMakeUp } = view.row;
  const last = deadline.last as CalendarDate;
  const unit = deadline.length.unit === 'workday' ? '个工作日' : '日';
  const festival = view.days.filter((day) => day.reason === 'festival');
  const [from, to] = [festival[0], festival.at(-1)];
  const between = view.days.filter(
    (day) => from !== undefined && to !== undefined && day.date >= from.date && day.date <= to.date,
  );
  const off = between.some((day) => day.workday) ? '间有放假' : '放假';
  const differs = deadline.length.unit === 'workday' && view.naiveDay !== last;
  return (
    <>
      {formatDate(deadline.event as CalendarDate, year)}
      {deadline.startEvent}，次日为第1日；
      {from !== undefined && to !== undefined && `${formatDate(from.date, year)}至${formatDate(to.date, year)}${off}；`}
      <b>
        {formatDate(last, year)}（{formatWeekday(last)}）{lastIsMakeUp && '调休上班，'}是第{deadline.length.n}
        {unit}
      </b>
      。{differs && `按「${deadline.length.n}日」算会误为${formatDate(view.naiveDay, year)}。`}
      {deadline.provisional && '暂按周末推算，年度放假通知发布后重算。'}
    </>
  );
}

function PublicBlock({ view }: { readonly view: DisclosureView }) {
  const { publicText } = view;
  if (publicText === null)
    return (
      <Block title="公众将看到">
        <p className="second">法制审核和脱敏检查通过之后，这里逐字显示公众将看到的内容。</p>
      </Block>
    );
  const staff = publicText.inspectors.map(({ name, certificateNo }) =>
    certificateNo === null ? name : `${name}（执法证号${certificateNo}）`,
  );
  return (
    <Block title="公众将看到">
      <Particulars
        rows={[
          ['企业', publicText.name],
          ['代码', <span className="mono">{publicText.code}</span>],
          [
            '抽签',
            publicText.drawKind === 'external'
              ? `${publicText.drawYear}年外部第${publicText.drawNo}号，第${publicText.order}位，外部抽取，无法核验`
              : `${publicText.drawYear}年第${publicText.drawNo}号，第${publicText.order}位，可重算`,
          ],
          ['检查完成', formatDate(publicText.completedOn as CalendarDate)],
          ['检查结果', publicText.category.name],
          ['发现的问题', publicText.findings === '' ? '无' : publicText.findings],
          ['检查人员', staff.join('、')],
          ['现场负责人', <StateText kind="done">已遮盖，不公开</StateText>],
        ]}
      />
    </Block>
  );
}

function ChannelsBlock({ view }: { readonly view: DisclosureView }) {
  const { year } = useDesk();
  return (
    <Block title="公示到">
      <ul>
        <li>
          <Icon name="ring" /> 本局门户，公示即发
        </li>
        {view.channels.map((channel) => (
          <li key={channel.label}>
            <Icon name="ring" /> {channel.label}，最晚{formatDateWithWeekday(channel.last, year)}
            {channel.place !== null && <span className="second"> {channel.place}</span>}
          </li>
        ))}
      </ul>
    </Block>
  );
}
