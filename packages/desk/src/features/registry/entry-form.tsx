import type { z } from 'zod';
import { Link, PageHead, Panel, Stack } from '../../design/index.ts';
import { CommandForm, type CommandFormProps, LongTextField } from '../../form/index.ts';

type EntryFormProps<I extends z.ZodType, R extends z.ZodType> = Omit<
  CommandFormProps<I, R>,
  'verb' | 'aside' | 'look'
> & {
  /** Where the list stands, with the entry open once there is one. */
  readonly list: string;
};

/** The page that adds one entry to a registry; `noun` is what the list holds: 企业, 执法人员, 专家. */
export function AddEntry<I extends z.ZodType, R extends z.ZodType>({
  noun,
  list,
  ...form
}: EntryFormProps<I, R> & { readonly noun: string }) {
  const title = `增加${noun}`;
  return (
    <>
      <PageHead title={title} />
      <Stack>
        <Panel label={title} padded>
          <CommandForm {...form} verb={title} aside={<BackTo list={list} instead="不增加" />} />
        </Panel>
      </Stack>
    </>
  );
}

/** The page that changes one entry of a registry, always with a reason. */
export function ChangeEntry<I extends z.ZodType, R extends z.ZodType>({
  name,
  list,
  children,
  ...form
}: EntryFormProps<I, R> & { readonly name: string }) {
  return (
    <>
      <PageHead title={`修改登记　${name}`} />
      <Stack>
        <Panel label="修改登记" padded>
          <CommandForm {...form} verb="保存登记" aside={<BackTo list={list} instead="不修改" />}>
            {children}
            <LongTextField name="reason" label="修改理由" rows={2} hint="记入变动记录。" />
          </CommandForm>
        </Panel>
      </Stack>
    </>
  );
}

function BackTo({ list, instead }: { readonly list: string; readonly instead: string }) {
  return (
    <Link to={list} button="plain">
      {instead}，返回名录
    </Link>
  );
}
