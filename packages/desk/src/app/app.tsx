import { StyleProvider, legacyLogicalPropertiesTransformer } from '@ant-design/cssinjs';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import chinese from 'antd/locale/zh_CN';
import { useMemo, useState } from 'react';
// Small fixed tables stand on pages without a list, too.
import '../table/query-table.css';
import { antdTheme } from '../design/theme.ts';
import type { DisplaySettings } from '@mingchou/contract';
import { readDisplay } from './display.ts';
import { router } from './router.tsx';
import { displayContext, useGround } from './use-display.ts';

const queries = new QueryClient({
  defaultOptions: {
    // Rows never move under the pointer: nothing is read again behind the officer's back.
    queries: { refetchOnWindowFocus: false, staleTime: 5_000 },
  },
});

/** The server writes the nonce for the styles that antd makes at run time into index.html. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';

export function App() {
  const [display, choose] = useState<DisplaySettings>(readDisplay);
  const ground = useGround(display);
  const theme = useMemo(() => antdTheme(ground, display.textSize === 'large' ? 1.25 : 1), [ground, display.textSize]);
  const choice = useMemo(() => ({ display, choose }), [display]);
  return (
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      <ConfigProvider
        locale={chinese}
        theme={theme}
        wave={{ disabled: true }}
        csp={{ nonce }}
        button={{ autoInsertSpace: false }}
        getPopupContainer={(trigger) => trigger?.closest('dialog') ?? document.body}
      >
        <displayContext.Provider value={choice}>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </displayContext.Provider>
      </ConfigProvider>
    </StyleProvider>
  );
}
