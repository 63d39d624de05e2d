import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MemberActor } from '@/lib/core/actor';
import { accessTokenOf } from '@/tests/support/realtime-env';

export interface Answer {
  status: number;
  body: unknown;
  tookMs: number;
}

export interface Caller {
  member: MemberActor;
  agent: Agent;
  token: string;
  /** of requests that `insist` had to send again: method, path, status */
  failures: string[];
  /** One try. @throws what the network throws */
  ask(method: string, path: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
  /** Tries until there is an answer that stays: the same key each time, so that it is done once. */
  insist(method: string, path: string, body?: object): Promise<Answer>;
}

/** Longer than the longest run. */
const TOKEN_SECONDS = 6 * 3_600;
const PATIENCE_MS = 15_000;
const PAUSE_MS = 150;
/** of what a balancer or the product says when it could not, or does not know */
const PASSING = new Set([502, 503, 504]);

let nextAddress = 2;

/** A member's program, from an address of its own, so that the balancer spreads them over both processes. */
export async function createCaller(url: string, member: MemberActor): Promise<Caller> {
  nextAddress = (nextAddress % 250) + 2;
  const agent = new Agent({
    rejectUnauthorized: false,
    keepAlive: true,
    localAddress: `127.0.0.${nextAddress}`,
  });
  const token = await accessTokenOf(member.id, TOKEN_SECONDS);
  const authorization = { authorization: `Bearer ${token}` };

  const ask: Caller['ask'] = (method, path, body, headers = {}) =>
    send(agent, url + path, { method, body, headers: { ...authorization, ...headers } });

  const failures: string[] = [];

  async function insist(method: string, path: string, body?: object) {
    const key = { 'idempotency-key': randomUUID() };
    for (;;) {
      const answer = await ask(method, path, body, key).catch((error: Error) => error);
      if (!(answer instanceof Error) && !PASSING.has(answer.status)) return answer;
      failures.push(`${method} ${path}: ${answer instanceof Error ? answer.message : answer.status}`);
      await sleep(PAUSE_MS);
    }
  }

  return { member, agent, token, failures, ask, insist };
}

interface Sent {
  method: string;
  body?: object | undefined;
  headers: Record<string, string>;
}

function send(agent: Agent, url: string, { method, body, headers }: Sent): Promise<Answer> {
  const begun = performance.now();
  const text = body && JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      agent,
      method,
      timeout: PATIENCE_MS,
      headers: { ...headers, ...(text && { 'content-type': 'application/json' }) },
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer')));
    outgoing.on('error', reject).on('response', async (response) => {
      try {
        let received = '';
        for await (const chunk of response) received += chunk;
        resolve({
          status: response.statusCode ?? 0,
          body: parse(received),
          tookMs: performance.now() - begun,
        });
      } catch (error) {
        reject(error);
      }
    });
    outgoing.end(text);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
