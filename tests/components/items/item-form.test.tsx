import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ItemForm, type ItemFormProps } from '@/components/item-form/item-form';
import { newValues, valuesOf } from '@/components/item-form/item-values';
import { SendError, type SendFile } from '@/components/item-form/send-file';
import type { ImageView } from '@/lib/features/images/views';
import type { CreateItemInput } from '@/lib/features/items/schemas';
import type { ItemView } from '@/lib/features/items/views';
import { renderWithMessages } from '@/tests/support/render-with-messages';

const ITEM_ID = '00000000-0000-4000-8000-000000000001';
const imageOf = (id: string): ImageView => ({
  id,
  baseUrl: `/images/${id}`,
  width: 4,
  height: 3,
  blurDataUrl: '',
  color: '#aaaaaa',
});
const photo = (name: string, type = 'image/jpeg') => new File(['pixels'], name, { type });

beforeAll(() => {
  URL.createObjectURL = (file) => `blob:${(file as File).name}`;
  URL.revokeObjectURL = () => undefined;
});
beforeEach(() => sessionStorage.clear());

function setUp(overrides: Partial<ItemFormProps> = {}, sendFile?: SendFile) {
  let keys = 0;
  const actions = {
    requestUpload: jest.fn(async () => {
      keys += 1;
      return { ok: true as const, data: { key: `key-${keys}`, url: '/bucket', fields: {} } };
    }),
    prepareUpload: jest.fn(async ({ key }: { key: string }) => ({ ok: true as const, data: imageOf(key) })),
    save: jest.fn(async () => ({ ok: true as const, data: { itemId: ITEM_ID } })),
  };
  const send = jest.fn(sendFile ?? (async () => undefined));
  const props: ItemFormProps = {
    mode: 'new',
    initial: newValues('OFFER'),
    images: [],
    categories: [{ id: 3, slug: 'tools', name: '공구', nameEn: 'Tools', icon: 'wrench' }],
    viewerId: 'me',
    actions,
    send,
    ...overrides,
  };
  const view = renderWithMessages(<ItemForm {...props} />);
  return { ...view, actions, send };
}

/** A bucket that answers when it is told to. */
function slowBucket() {
  const waiting: { settle: () => void; fail: (error: Error) => void; signal: AbortSignal }[] = [];
  const send: SendFile = ({ signal }) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new SendError('aborted')));
      waiting.push({ settle: resolve, fail: reject, signal });
    });
  return { waiting, send };
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name, { exact: true });
const choose = (...files: File[]) =>
  userEvent.upload(field('이미지 첨부하기'), files, { applyAccept: false });
const previews = () => within(screen.getByRole('list', { name: '사진' })).queryAllByRole('listitem');
const shown = () => previews().map((tile) => within(tile).getByRole('img').getAttribute('src'));
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

async function fillIn() {
  await userEvent.selectOptions(field('카테고리'), '공구');
  await userEvent.type(field('제목'), '전동드릴');
  await userEvent.type(field('내용'), '잘 돼요');
  await userEvent.type(field('가격'), '12000');
}

it('posts what was typed, once for a double click, and goes to the item', async () => {
  const { actions, router } = setUp();
  await fillIn();
  await userEvent.dblClick(screen.getByRole('button', { name: '등록하기' }));
  expect(actions.save).toHaveBeenCalledTimes(1);
  expect(actions.save).toHaveBeenCalledWith({
    section: 'OFFER',
    categoryId: 3,
    title: '전동드릴',
    body: '잘 돼요',
    priceWon: 12_000,
    priceUnit: 'DAY',
    autoRelist: true,
    images: [],
    submissionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(router.replace).toHaveBeenCalledWith(`/items/${ITEM_ID}`);
  expect(sessionStorage).toHaveLength(0);
});

it('sends changed words under another id, once it was told that the first may have arrived', async () => {
  const sent: CreateItemInput[] = [];
  const save = jest.fn(async (input: CreateItemInput) => {
    sent.push(input);
    const error = {
      code: 'CONFLICT' as const,
      message: '앞서 보낸 내용이 접수되었을 수 있어요.',
      fields: {},
    };
    if (sent.length === 1) throw new Error('Failed to fetch');
    return sent.length === 2
      ? { ok: false as const, error }
      : { ok: true as const, data: { itemId: ITEM_ID } };
  });
  const { actions } = setUp();
  actions.save.mockImplementation(save as never);
  await fillIn();
  await press('등록하기');
  await userEvent.type(field('제목'), ' 두 개');
  await press('등록하기');
  expect(screen.getByRole('alert')).toHaveTextContent('앞서 보낸 내용이 접수되었을 수 있어요.');
  await press('등록하기');
  const ids = sent.map(({ submissionId }) => submissionId);
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[0]);
  expect(sent[2]).toMatchObject({ title: '전동드릴 두 개' });
});

it('marks each wrong field, goes to the first, and sends nothing', async () => {
  const { actions } = setUp();
  await userEvent.type(field('제목'), '가'.repeat(24));
  await press('등록하기');
  expect(field('카테고리')).toHaveFocus();
  for (const name of ['카테고리', '제목', '내용'])
    expect(field(name)).toHaveAttribute('aria-invalid', 'true');
  expect(field('가격')).not.toHaveAttribute('aria-invalid');
  expect(actions.save).not.toHaveBeenCalled();
});

it('counts a family of one emoji as one character', async () => {
  setUp();
  await userEvent.type(field('제목'), '👨‍👩‍👧‍👦 의자');
  expect(screen.getByText('4/23')).toBeVisible();
});

it('shows separators while a price is typed, and takes none for 가격 협의 and 0 for free', async () => {
  const { actions } = setUp();
  await fillIn();
  expect(field('가격')).toHaveValue('12,000');
  expect(screen.getByText(/12,000원 \/ 일/)).toBeVisible();
  await userEvent.clear(field('가격'));
  await userEvent.type(field('가격'), '0');
  expect(screen.getByText(/무료 대여’로 보여요/)).toBeVisible();
  await userEvent.click(field('가격 협의'));
  expect(field('가격')).toHaveValue('');
  await press('등록하기');
  expect(actions.save).toHaveBeenCalledWith(expect.objectContaining({ priceWon: null }));
});

it('uploads two at a time, shows what the server made, and sends them in the order shown', async () => {
  const bucket = slowBucket();
  const { actions } = setUp({}, bucket.send);
  await fillIn();
  await choose(photo('a.jpg'), photo('b.jpg'), photo('c.jpg'));
  expect(shown()).toEqual(['blob:a.jpg', 'blob:b.jpg', 'blob:c.jpg']);
  expect(bucket.waiting).toHaveLength(2);
  await act(async () => bucket.waiting[0]?.settle());
  expect(bucket.waiting).toHaveLength(3);
  await act(async () => bucket.waiting.slice(1).map(({ settle }) => settle()));
  expect(shown()).toEqual(['/images/key-1/320.webp', '/images/key-2/320.webp', '/images/key-3/320.webp']);
  await press('3번째 사진을 앞으로');
  await press('2번째 사진을 앞으로');
  expect(screen.getByRole('button', { name: '1번째 사진을 뒤로' })).toHaveFocus();
  expect(screen.getByText('사진을 1번째로 옮겼어요. 대표 사진이 되었어요.')).toBeInTheDocument();
  await press('2번째 사진 삭제');
  await press('등록하기');
  expect(actions.save).toHaveBeenCalledWith(
    expect.objectContaining({ images: [{ uploadKey: 'key-3' }, { uploadKey: 'key-2' }] }),
  );
});

it('waits for uploads before it saves, and says so', async () => {
  const bucket = slowBucket();
  const { actions } = setUp({}, bucket.send);
  await fillIn();
  await choose(photo('a.jpg'));
  await press('등록하기');
  expect(screen.getByText(/끝나면 바로 저장할게요/)).toBeVisible();
  expect(actions.save).not.toHaveBeenCalled();
  await act(async () => bucket.waiting[0]?.settle());
  expect(actions.save).toHaveBeenCalledWith(expect.objectContaining({ images: [{ uploadKey: 'key-1' }] }));
});

it('does not save while a picture has failed; a second try may succeed', async () => {
  const bucket = slowBucket();
  const { actions } = setUp({}, bucket.send);
  await fillIn();
  await choose(photo('a.jpg'));
  await press('등록하기');
  await act(async () => bucket.waiting[0]?.fail(new SendError('network')));
  expect(screen.getByText('1번째 사진: 연결이 끊겨 올리지 못했어요.')).toBeVisible();
  expect(actions.save).not.toHaveBeenCalled();
  await press('1번째 사진 다시 올리기');
  await act(async () => bucket.waiting[1]?.settle());
  await press('등록하기');
  expect(actions.save).toHaveBeenCalledTimes(1);
});

it('stops an upload on request, and stops it for good when the picture is removed', async () => {
  const bucket = slowBucket();
  setUp({}, bucket.send);
  await choose(photo('a.jpg'), photo('b.jpg'));
  await press('1번째 사진 올리기 취소');
  expect(bucket.waiting[0]?.signal.aborted).toBe(true);
  expect(screen.getByText('1번째 사진: 올리기를 취소했어요.')).toBeVisible();
  await press('2번째 사진 삭제');
  expect(bucket.waiting[1]?.signal.aborted).toBe(true);
  expect(shown()).toEqual(['blob:a.jpg']);
});

it('says of each file that it did not take why not', async () => {
  setUp();
  await choose(
    ...['a', 'b', 'c', 'd', 'e', 'f'].map((name) => photo(`${name}.jpg`)),
    photo('x.html', 'text/html'),
  );
  expect(previews()).toHaveLength(5);
  const told = screen.getByRole('alert');
  expect(told).toHaveTextContent('‘f.jpg’: 사진은 5장까지');
  expect(told).toHaveTextContent('‘x.html’: 사진 파일이 아니에요');
});

it('ties what the server says to the field, and a picture that it refuses to the pictures', async () => {
  const { actions } = setUp();
  actions.save.mockResolvedValueOnce({
    ok: false,
    error: {
      code: 'INVALID',
      message: '-',
      fields: { 'images.0': '사진이 없어요.', title: '제목이 이상해요.' },
    },
  } as never);
  await fillIn();
  await press('등록하기');
  expect(field('이미지 첨부하기')).toHaveFocus();
  expect(screen.getByText('1번째 사진: 사진이 없어요.')).toBeVisible();
  expect(field('제목')).toHaveAccessibleDescription('제목이 이상해요.');
});

it('keeps a draft in this tab with the same submission, its finished pictures included', async () => {
  const first = setUp();
  await fillIn();
  await choose(photo('a.jpg'));
  first.actions.save.mockRejectedValueOnce(new TypeError('fetch failed'));
  await press('등록하기');
  expect(await screen.findByRole('alert')).toHaveTextContent('연결되지 않아');
  first.unmount();
  const second = setUp();
  expect(screen.getByText('쓰던 내용을 불러왔어요.')).toBeVisible();
  expect(field('제목')).toHaveValue('전동드릴');
  expect(shown()).toEqual(['/images/key-1/320.webp']);
  await press('등록하기');
  expect(second.actions.save.mock.lastCall).toEqual(first.actions.save.mock.lastCall);
  expect(second.actions.save).toHaveBeenCalledTimes(1);
});

it('starts over when the draft is not wanted', async () => {
  const first = setUp();
  await fillIn();
  first.unmount();
  setUp();
  await press('새로 쓰기');
  expect(field('제목')).toHaveValue('');
  expect(sessionStorage).toHaveLength(0);
});

it("does not show one member's draft to another", async () => {
  const first = setUp();
  await fillIn();
  first.unmount();
  setUp({ viewerId: 'somebody else' });
  expect(field('제목')).toHaveValue('');
});

it('edits: keeps stored pictures by their id, and keeps no draft', async () => {
  const { actions } = setUp({
    mode: 'edit',
    initial: { ...newValues('WANTED'), categoryId: '3', title: '텐트', body: '주말', isOpenPrice: true },
    images: [imageOf('one'), imageOf(ITEM_ID)],
  });
  await press('1번째 사진 삭제');
  await choose(photo('a.jpg'));
  await press('저장하기');
  expect(actions.save).toHaveBeenCalledWith(
    expect.objectContaining({
      section: 'WANTED',
      priceWon: null,
      images: [{ imageId: ITEM_ID }, { uploadKey: 'key-1' }],
    }),
  );
  expect(sessionStorage).toHaveLength(0);
});

it.each(['\r\n', '\r', '\n'])('does not ask about a text with %j in it that nobody touched', (end) => {
  const stored = {
    section: 'OFFER',
    category: { id: 3 },
    title: `드릴${end}두 개`,
    body: `하나${end}${end}둘`,
  };
  setUp({ mode: 'edit', initial: valuesOf({ ...stored, priceWon: null, priceUnit: 'DAY' } as ItemView) });
  expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true);
});

it('asks before a page with unsaved work is left', async () => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
  const link = document.createElement('a');
  link.href = '/search?q=1';
  link.textContent = '다른 곳';
  document.body.append(link);
  const { router } = setUp();
  await userEvent.type(field('제목'), '전');
  const closing = new Event('beforeunload', { cancelable: true });
  expect(window.dispatchEvent(closing)).toBe(false);
  await userEvent.click(link);
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '취소' }));
  expect(router.push).not.toHaveBeenCalled();
  await userEvent.click(link);
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '나가기' }));
  expect(router.push).toHaveBeenCalledWith('/search?q=1');
  link.remove();
});
