import type next from 'next';

interface Renderer {
  getServer(): Promise<{ unstable_preloadEntries(): Promise<void> }>;
}

/**
 * Loads the code of all pages, as Next.js by itself would before anything is answered (`preloadEntriesOnStart` in
 * next.config.js is off): that takes a second of a process, in which nobody is served.
 */
export async function preloadPages(app: ReturnType<typeof next>): Promise<void> {
  const { server } = app as unknown as { server: Renderer };
  await (await server.getServer()).unstable_preloadEntries();
}
