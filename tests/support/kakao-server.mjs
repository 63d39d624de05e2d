// Kakao's two hosts in one, by a real OAuth2 and OpenID server: who signs in is what the parent last sent.
import { OAuth2Server } from 'oauth2-mock-server';

const server = new OAuth2Server(undefined, undefined, {
  endpoints: {
    authorize: '/oauth/authorize',
    token: '/oauth/token',
    userinfo: '/v2/user/me',
    jwks: '/.well-known/jwks.json',
  },
});

/** @type {{ profile: { id: number }, spoil?: 'nonce' | 'state' | 'subject' | 'audience' | 'signature' | 'declined' }} */
let next = { profile: { id: 1 } };
/** What the site asked for, to be looked at by the test. */
let asked = {};

process.on('message', (message) => {
  if (message === 'asked') process.send?.({ asked });
  else {
    next = message;
    process.send?.({ ready: true });
  }
});

server.service.on('beforeTokenSigning', (token) => {
  token.payload.sub = next.spoil === 'subject' ? '999' : String(next.profile.id);
  token.payload.aud = next.spoil === 'audience' ? 'another-site' : 'kakao-test-key';
  if (next.spoil === 'nonce') token.payload.nonce = 'of-somebody-else';
});
server.service.on('beforeResponse', ({ body }) => {
  if (next.spoil !== 'signature') return;
  const [head, claims, signature] = body.id_token.split('.');
  body.id_token = [head, claims, (signature[0] === 'A' ? 'B' : 'A') + signature.slice(1)].join('.');
});
server.service.on('beforeUserinfo', (answer) => {
  answer.body = next.profile;
});
server.service.on('beforeAuthorizeRedirect', ({ url }, request) => {
  asked = request.query;
  if (next.spoil === 'state') url.searchParams.set('state', 'of-somebody-else');
  if (next.spoil === 'declined') {
    url.searchParams.delete('code');
    url.searchParams.set('error', 'access_denied');
  }
});

await server.issuer.keys.generate('RS256');
await server.start(Number(process.argv[2]), 'localhost');
process.send?.({ ready: true });
