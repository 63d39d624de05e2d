import { FIRST_SCRIPT } from '@/lib/first-script';

/** Stands in <head>; lib/runtime/head-order.ts takes it to its beginning. */
export function FirstScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant, whose hash the Content-Security-Policy names
  return <script dangerouslySetInnerHTML={{ __html: FIRST_SCRIPT }} />;
}
