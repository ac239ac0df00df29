import { type CeremonyView, drawRoutes } from '@mingchou/contract';
import type { DrawId } from '@mingchou/domain';
import { useEffect } from 'react';
import { useAddress, usePathParams } from '../../../address/address.ts';
import { useQueryRoute } from '../../../api/index.ts';
import { Waiting } from '../../../design/index.ts';
import { useBusinessNow } from '../use-business-now.ts';
import { usePace } from '../use-pace.ts';
import { isOpen } from '../words.ts';
// 宋体 for a room whose machine has none; the browser loads only the slices it shows.
import '@fontsource/noto-serif-sc/700.css';
import './ceremony.css';
import { CollectingStage } from './collecting-stage.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { ResultStage } from './result-stage.tsx';
import { useScale } from './use-scale.ts';
import { VoidStage } from './void-stage.tsx';
import { WaitingStage } from './waiting-stage.tsx';

/** 仪式大屏: shows a result that is already fixed, and before it where the numbers come from. */
export function CeremonyPage() {
  const { drawId = '' } = usePathParams();
  const { search } = useAddress();
  const pace = usePace(1000);
  const shown = useQueryRoute(drawRoutes.showCeremony, { drawId: drawId as DrawId }, { every: pace.every });
  pace.follow(shown.data?.draw.status);
  useTheme('dark' in search ? 'dark' : 'light');
  if (shown.data === undefined) return <Waiting on={shown} />;
  return <Screen view={shown.data} answeredAt={shown.dataUpdatedAt} offline={shown.isError} />;
}

/** White ground for lit rooms, dark for LED walls, whatever this computer prefers. */
function useTheme(theme: 'light' | 'dark'): void {
  useEffect(() => {
    const root = document.documentElement;
    const before = root.dataset['theme'];
    root.dataset['theme'] = theme;
    return () => {
      if (before === undefined) delete root.dataset['theme'];
      else root.dataset['theme'] = before;
    };
  }, [theme]);
}

function Screen({ view, answeredAt, offline }: { view: CeremonyView; answeredAt: number; offline: boolean }) {
  const now = useBusinessNow(view.draw.now, answeredAt);
  const scale = useScale();
  return (
    <div className="ceremony">
      <div className="ceremony-stage" style={{ transform: `scale(${scale})` }}>
        <Header view={view} now={now} />
        <main>
          <Stage view={view} open={isOpen(view.draw, now)} now={now} />
        </main>
        <Footer draw={view.draw} offline={offline} />
      </div>
    </div>
  );
}

function Stage({ view, open, now }: { view: CeremonyView; open: boolean; now: CeremonyView['draw']['now'] }) {
  const { draw } = view;
  if (draw.status === 'voided') return <VoidStage draw={draw} />;
  if (draw.result !== null) return <ResultStage view={view} />;
  if (draw.commitment !== null && open) return <CollectingStage draw={draw} />;
  return <WaitingStage draw={draw} now={now} />;
}
