import { type ExportList, exchangeRoutes } from '@mingchou/contract';
import { useCommand } from '../api/use-command.ts';
import { useMay } from '../app/session.ts';
import { Link } from '../address/link.tsx';
import { Button } from '../design/button.tsx';
import { RefusalNote } from '../design/waiting.tsx';

/** 导出: the list as it stands on the screen, with its filters, columns and order. */
export function ExportButton({
  list,
  columns,
  listing,
}: {
  readonly list: ExportList;
  readonly columns: readonly string[];
  readonly listing: Readonly<Record<string, unknown>>;
}) {
  const may = useMay();
  const begin = useCommand(exchangeRoutes.beginExport);
  if (!may('begin-export')) return null;
  const give = async (format: 'xlsx' | 'csv') => {
    const outcome = await begin.give({ list, format, columns: [...columns], listing: written(listing) });
    // The browser saves it while it comes; the page stays as it is.
    if (outcome.ok) window.location.assign(outcome.value.address);
  };
  return (
    <>
      <Button look="small" busy={begin.pending} onPress={() => void give('xlsx')}>
        导出Excel
      </Button>
      <Button look="small" busy={begin.pending} onPress={() => void give('csv')}>
        导出CSV
      </Button>
      <Link to="/exchange/exports">导出记录</Link>
      <RefusalNote refusal={begin.refusal} />
    </>
  );
}

/** What the list query was asked, without the page: an export has all rows. */
function written(listing: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(listing).flatMap(([key, value]) =>
      value === undefined || value === '' || key === 'page' || key === 'size' ? [] : [[key, String(value)]],
    ),
  );
}
