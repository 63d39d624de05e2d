import { MY_PAGE_TABS } from '@/components/mypage/my-page-tabs';
import { paths } from '@/lib/paths';
import { CATEGORY_MARK, type Crowd, MARK } from '@/tests/factories/crowd';

/** Statuses for a visitor, a member and an admin. */
type Answers = readonly [visitor: number, member: number, admin: number];

const EVERYBODY: Answers = [200, 200, 200];
const MEMBERS: Answers = [307, 200, 200];
const VISITORS: Answers = [200, 307, 307];
const ADMINS: Answers = [404, 404, 200];

export interface SiteRoute {
  /** below app/ */
  file: string;
  answers: Answers;
  /** what is special about the address */
  what?: string;
  /** address, with the ids of whose rows are shown */
  path: (crowd: Crowd) => string;
  /** rows that whoever sees the page sees, more where there are more */
  shows?: RegExp;
}

type Path = SiteRoute['path'] | string;
type More = Pick<SiteRoute, 'what' | 'shows'>;

const route =
  (file: string, answers: Answers) =>
  (path: Path, more: More = {}): SiteRoute => ({
    ...{ file, answers, ...more },
    path: typeof path === 'string' ? () => path : path,
  });

const rows: More = { shows: MARK };
const categories: More = { shows: CATEGORY_MARK };
const WORD = encodeURIComponent('표본');

const home = route('(public)/page.tsx', EVERYBODY);
const mypage = route('(member)/mypage/page.tsx', MEMBERS);
const reports = route('(admin)/admin/reports/page.tsx', ADMINS);
const nextAuth = route('api/auth/[...nextauth]/route.ts', EVERYBODY);

/** Every page and route of app/, each at the addresses that make it work hardest. */
export const SITE_ROUTES: SiteRoute[] = [
  home('/', { what: 'as it is', ...rows }),
  home('/?rented=1&region=11680', { what: 'of a district', ...rows }),
  home('/?category=tools', { what: 'of a category', ...categories }),
  route('(public)/search/page.tsx', EVERYBODY)(`/search?q=${WORD}&region=11`, rows),
  route('(public)/items/[id]/page.tsx', EVERYBODY)(({ item }) => paths.item(item), rows),
  route('(public)/users/[id]/page.tsx', EVERYBODY)(({ me }) => paths.user(me.id), rows),
  route('(auth)/login/page.tsx', VISITORS)(paths.login()),
  route('(auth)/signup/page.tsx', VISITORS)(paths.signUp()),
  route('(auth)/region/page.tsx', MEMBERS)(paths.region()),
  route('(auth)/forgot-password/page.tsx', EVERYBODY)(paths.forgotPassword),
  route('(auth)/reset-password/page.tsx', EVERYBODY)(paths.resetPassword('unknown')),
  route('(auth)/verify-email/page.tsx', EVERYBODY)(paths.verifyEmail('unknown')),
  route('(member)/chats/page.tsx', MEMBERS)(paths.chats, rows),
  route('(member)/chats/[roomId]/page.tsx', MEMBERS)(({ room }) => paths.room(room), rows),
  route('(member)/items/new/page.tsx', MEMBERS)(paths.newItem, categories),
  route('(member)/items/[id]/edit/page.tsx', MEMBERS)(({ item }) => paths.editItem(item), categories),
  ...MY_PAGE_TABS.map((tab) => {
    const isForm = tab === 'profile' || tab === 'feedback';
    return mypage(paths.myPage(tab), { what: tab, ...(!isForm && rows) });
  }),
  route('(admin)/admin/page.tsx', ADMINS)(paths.admin()),
  route('(admin)/admin/members/page.tsx', ADMINS)(paths.admin('members'), rows),
  route('(admin)/admin/items/page.tsx', ADMINS)(`${paths.admin('items')}?q=${WORD}`, rows),
  reports(paths.admin('reports'), { what: 'waiting', ...rows }),
  reports(`${paths.admin('reports')}?state=closed`, { what: 'decided', ...rows }),
  route('(admin)/admin/feedback/page.tsx', ADMINS)(paths.admin('feedback'), rows),
  route('(admin)/admin/categories/page.tsx', ADMINS)(paths.admin('categories'), categories),
  route('(admin)/admin/audit/page.tsx', ADMINS)(paths.admin('audit'), rows),
  route('api/docs/page.tsx', EVERYBODY)(paths.apiDocs),
  route('api/counts/route.ts', EVERYBODY)('/api/counts'),
  route('api/health/route.ts', EVERYBODY)('/api/health'),
  ...['session', 'csrf', 'providers'].map((what) => nextAuth(`/api/auth/${what}`, { what })),
];
