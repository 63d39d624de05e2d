/**
 * Leaves for Kakao by next-auth's own route, which wants its token against forged requests and a form post.
 *
 * @param returnTo path to come back to
 * @throws when the site cannot be reached
 */
export async function startKakao(returnTo: string): Promise<void> {
  const answer = await fetch('/api/auth/csrf');
  if (!answer.ok) throw new Error(`No token: ${answer.status}`);
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/api/auth/signin/kakao';
  form.hidden = true;
  for (const [name, value] of Object.entries({ csrfToken, callbackUrl: returnTo })) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}
