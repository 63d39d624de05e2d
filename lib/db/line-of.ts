import type { Socket } from 'node:net';
import type { Client } from 'pg';

/** pg has the line of a client in no type of its own. */
export function lineOf(client: Client): Socket {
  return (client as Client & { connection: { stream: Socket } }).connection.stream;
}
