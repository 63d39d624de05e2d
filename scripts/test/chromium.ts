import type { LaunchOptions } from 'playwright-core';
import { chromiumPath } from './tools';

/** What Playwright turns off by itself: a second list takes the place of the first. */
const OFF_FOR_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];
/**
 * Lists below an address bar that nobody sees: each window loaded two pages for them, for a second of processor time.
 * And a process kept ready for the next page, thrown away with its context: a tenth of the time of the browser tests,
 * and half of a core while a page is measured.
 */
const OFF_FOR_US = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'SpareRendererForSitePerProcess',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[...OFF_FOR_PLAYWRIGHT, ...OFF_FOR_US].join(',')}`,
];

/**
 * How Playwright launches the Chromium of this machine, for tests, measurements and pictures.
 *
 * @param args more of its flags
 * @throws Error when there is none on PATH
 */
export function chromiumOptions(args: readonly string[] = []): LaunchOptions & { args: string[] } {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('Chromium is not on PATH.');
  return { executablePath, args: [...FLAGS, ...args] };
}
