import { readdir } from 'node:fs/promises';
import { paths } from '@/lib/paths';
import { type Crowd, createCrowd } from '@/tests/factories/crowd';
import { useCountedSite } from '@/tests/support/counted-site';
import { SITE_ROUTES, type SiteRoute } from './support/site-routes';

/** No page or route does more, however many rows it shows. */
const LIMIT = 6;
const ROWS = [1, 50, 500];
const VIEWERS = ['visitor', 'member', 'admin'] as const;

interface Case {
  name: string;
  route: SiteRoute;
  viewer: (typeof VIEWERS)[number];
  status: number | undefined;
}

interface Measured {
  status: number;
  statements: string[];
  shown: number;
}

const CASES: Case[] = SITE_ROUTES.flatMap((route) =>
  VIEWERS.map((viewer, place) => ({
    ...{ route, viewer, status: route.answers[place] },
    name: `${[route.file, route.what].filter(Boolean).join(', ')}, for a ${viewer}`,
  })),
);

describe('the statements of a page or route', () => {
  const site = useCountedSite();
  /** a measurement for each number of rows */
  const measured = new Map<string, Measured[]>(CASES.map(({ name }) => [name, []]));
  let ofFirst: string[] = [];

  beforeAll(async () => {
    const now = new Date();
    // A page that is kept is asked whether it holds, each time; rows that come make it anew.
    await site.get(paths.home);
    for (const rows of ROWS) {
      const member = await createCrowd(site.env, { rows, now });
      const admin = await createCrowd(site.env, { rows, now, role: 'ADMIN' });
      if (ofFirst.length === 0) {
        ofFirst = (await site.get(paths.myPage('profile'), member.me)).statements;
        // Which words are common is read now and then, not with each search.
        await site.get(`${paths.search}?q=${encodeURIComponent('표본')}`);
      }
      for (const one of CASES) measured.get(one.name)?.push(await measure(one, { member, admin }));
    }
  }, 400_000);

  async function measure({ route, viewer }: Case, crowds: Record<'member' | 'admin', Crowd>) {
    const crowd = crowds[viewer === 'admin' ? 'admin' : 'member'];
    const who = viewer === 'visitor' ? undefined : crowd.me;
    const { status, body, statements } = await site.get(route.path(crowd), who);
    return { status, statements, shown: new Set(route.shows ? body.match(route.shows) : []).size };
  }

  it('are counted here for every one of them', async () => {
    const files = await readdir('app', { recursive: true });
    const wanted = files.filter((file) => /(^|\/)(page|route)\.tsx?$/.test(file));
    expect([...new Set(SITE_ROUTES.map(({ file }) => file))].sort()).toEqual(wanted.sort());
  });

  it('are few also where reference data is not yet known to the process', () => {
    expect(ofFirst).not.toEqual([]);
    expect(ofFirst.slice(LIMIT)).toEqual([]);
  });

  it.each(CASES)(
    `$name: at most ${LIMIT}, and as many for ${ROWS.join(' as for ')} rows`,
    ({ name, route, status }) => {
      const [few, ...more] = measured.get(name) ?? [];
      expect([few, ...more].map((one) => one?.status)).toEqual(ROWS.map(() => status));
      expect(few?.statements.slice(LIMIT)).toEqual([]);
      for (const many of more) {
        expect(many.statements).toHaveLength(few?.statements.length ?? 0);
        if (route.shows && status === 200) expect(many.shown).toBeGreaterThan(few?.shown ?? 0);
      }
    },
  );
});
