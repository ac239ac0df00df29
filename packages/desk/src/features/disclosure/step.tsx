import { type DisclosureRow, disclosureStepTitles } from '@mingchou/contract';
import { StateText, StepBars } from '../../design/index.ts';

type Bars = Parameters<typeof StepBars>[0]['steps'];

/** 三步: 确认、法制审核（含脱敏检查）、公示. */
const bars: Readonly<Record<DisclosureRow['step'], Bars>> = {
  confirmation: ['present', 'to-come', 'to-come'],
  'legal-review': ['settled', 'present', 'to-come'],
  returned: ['returned', 'to-come', 'to-come'],
  approved: ['settled', 'settled', 'present'],
};

/** 办到哪一步: the word and three bars. */
export function StepCell({ row }: { readonly row: DisclosureRow }) {
  return (
    <>
      <Word row={row} />
      <StepBars steps={bars[row.step]} />
    </>
  );
}

function Word({ row }: { readonly row: DisclosureRow }) {
  switch (row.step) {
    case 'returned':
      return <StateText kind="returned">退回：{row.stepNote ?? ''}</StateText>;
    case 'approved':
      return <StateText kind="done">{row.stepNote ?? disclosureStepTitles.approved}</StateText>;
    case 'confirmation':
    case 'legal-review':
      return <span>{disclosureStepTitles[row.step]}</span>;
  }
}
