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
 * And a process kept ready for the next page, which begins while this one loads and goes with its context: four browser
 * tests took a tenth less time without it.
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
