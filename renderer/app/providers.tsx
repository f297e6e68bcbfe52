import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { ErrorBoundary } from './error-boundary.tsx';
import { giveStylesTheirNonce } from './style-nonce.ts';
import { theme } from './theme.ts';

const nonce = giveStylesTheirNonce(document);

export function Providers({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <ConfigProvider
      locale={zhCN}
      theme={theme}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <ErrorBoundary>{children}</ErrorBoundary>
    </ConfigProvider>
  );
}
