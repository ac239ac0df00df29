import type { DrawView } from '@mingchou/contract';
import { formatChance } from '../../design/index.ts';
import { batchWords, stratumSizeWords } from './strata.ts';

/** 分层: what each stratum holds, how many it draws and how they are dealt. */
export function StrataTable({ draw }: { readonly draw: DrawView }) {
  const plain = draw.strata.length === 1 && draw.strata[0]?.batches === null && !draw.strata[0].full;
  if (plain) return null;
  return (
    <table className="plain-table draw-strata">
      <thead>
        <tr>
          <th scope="col">层</th>
          <th scope="col" className="num">
            可抽
          </th>
          <th scope="col">抽取</th>
          <th scope="col" className="num">
            候补
          </th>
          <th scope="col">批次</th>
          <th scope="col" className="num">
            每家机会
          </th>
        </tr>
      </thead>
      <tbody>
        {draw.strata.map((stratum) => {
          const { figures } = stratum;
          return (
            <tr key={stratum.code}>
              <td>{stratum.name}</td>
              <td className="num">{figures === null ? '待冻结' : figures.eligible}</td>
              <td>{stratum.full ? `${stratumSizeWords(stratum)}，抽的是次序` : stratumSizeWords(stratum)}</td>
              <td className="num">{figures?.reserve ?? '—'}</td>
              <td>{batchWords(stratum)}</td>
              <td className="num">
                {figures === null || stratum.full || figures.eligible === 0
                  ? '—'
                  : formatChance(figures.size, figures.eligible)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
