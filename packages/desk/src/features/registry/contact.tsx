import { registryRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { useMay } from '../../app/session.ts';
import { Button, Particulars, RefusalNote } from '../../design/index.ts';

interface ContactProps {
  readonly of: 'subject' | 'inspector' | 'expert';
  readonly id: string;
  readonly masked: Readonly<Record<string, string | null>>;
  /** Words of the fields. */
  readonly names: Readonly<Record<string, string>>;
}

/** Personal data, masked; 查看 gives them for as long as the pane is open and is written in the log. */
export function Contact({ of, id, masked, names }: ContactProps) {
  const may = useMay();
  const reveal = useCommand(registryRoutes.revealContact);
  const [shown, setShown] = useState<readonly { readonly field: string; readonly value: string }[]>();
  const given = Object.entries(masked).filter(([, value]) => value !== null);
  if (given.length === 0) return <p className="hint">没有登记。</p>;
  const rows = shown?.map(({ field, value }) => [field, value] as const) ?? given;
  const show = async () => {
    const outcome = await reveal.give({ of, id });
    if (outcome.ok) setShown(outcome.value.values);
  };
  return (
    <>
      <Particulars
        rows={rows.map(([field, value]) => [names[field] ?? field, <span className="mono">{value}</span>])}
      />
      {shown === undefined && may('reveal-contact') && (
        <Button look="small" icon="eye" busy={reveal.pending} onPress={() => void show()}>
          查看全部，记入日志
        </Button>
      )}
      <RefusalNote refusal={reveal.refusal} />
    </>
  );
}
