import './globals.css';
import type { Metadata, Viewport } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { AlertBell } from '@/components/alerts/alert-bell';
import { ChatDock } from '@/components/chat/chat-dock';
import { ChatLauncher } from '@/components/layout/chat-launcher';
import { ClientMessages } from '@/components/layout/client-messages';
import { FirstScript } from '@/components/layout/first-script';
import { FOOTER_ID, SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { SkipLink } from '@/components/layout/skip-link';
import { SoftLinks } from '@/components/layout/soft-links';
import { WebFont } from '@/components/layout/web-font';
import { Toaster } from '@/components/ui/toaster';
import { getViewer } from '@/lib/next/viewer';
import { logOut } from './_actions/log-out';
import { setLocale } from './_actions/set-locale';
import { CLIENT_NAMESPACES, MEMBER_NAMESPACES } from './client-namespaces';
import { MemberFrame } from './member-frame';

/** The provider brings time zone and formats; sentences come as one text inside it. */
const NONE = {};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  // The keyboard of a phone takes its place from the page, so that a chat's box stays above it.
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf6ee' },
    { media: '(prefers-color-scheme: dark)', color: '#181410' },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('layout');
  return { title: { default: t('brand'), template: `%s · ${t('brand')}` }, description: t('description') };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, t, viewer] = await Promise.all([getLocale(), getTranslations('layout'), getViewer()]);
  const namespaces = viewer ? [...CLIENT_NAMESPACES, ...MEMBER_NAMESPACES] : CLIENT_NAMESPACES;

  return (
    <html lang={locale} suppressHydrationWarning>
      <head>
        <FirstScript />
        {/* The first thing to be painted is the page, not its header: it is laid out once, and nothing moves. */}
        <link rel="expect" href={`#${FOOTER_ID}`} blocking="render" />
      </head>
      <body>
        <NextIntlClientProvider messages={NONE}>
          <ClientMessages namespaces={namespaces}>
            <MemberFrame viewer={viewer}>
              <SkipLink />
              <SiteHeader
                viewer={viewer}
                bell={<AlertBell />}
                logoutAction={logOut}
                localeAction={setLocale}
              />
              {children}
              <SiteFooter />
              {viewer ? <ChatDock /> : <ChatLauncher label={t('chats')} unread={0} unreadText="" />}
              <Toaster />
              <SoftLinks />
              <WebFont />
            </MemberFrame>
          </ClientMessages>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
