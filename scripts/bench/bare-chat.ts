// The limit that chat is measured against: Socket.IO, one INSERT a message, one emit.
import { createServer } from 'node:http';
import { Pool } from 'pg';
import { Server } from 'socket.io';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const httpServer = createServer();
const chat = new Server(httpServer, { transports: ['websocket'] }).of('/chat');

const INSERT = {
  name: 'insert',
  text: `INSERT INTO bare_message (room, sender, client, body) VALUES ($1, $2, $3, $4) RETURNING id, at`,
};

chat.on('connection', (socket) => {
  const { userId } = socket.handshake.auth;
  socket.on('room:join', async ({ roomId }, answer) => {
    await socket.join(roomId);
    answer({ ok: true });
  });
  socket.on('message:send', async ({ roomId, clientId, body }, answer) => {
    const { rows } = await pool.query({ ...INSERT, values: [roomId, userId, clientId, body] });
    const message = { id: rows[0].id, roomId, clientId, senderId: userId, body, createdAt: rows[0].at };
    answer({ ok: true, message });
    chat.to(roomId).emit('message:new', message);
  });
});

await pool.query(`DROP TABLE IF EXISTS bare_message`);
await pool.query(`CREATE TABLE bare_message (id bigserial PRIMARY KEY, room uuid NOT NULL, sender uuid NOT NULL,
  client text NOT NULL, body text NOT NULL, at timestamptz NOT NULL DEFAULT now(), UNIQUE (room, sender, client))`);
httpServer.listen(Number(process.env.PORT), () => console.log('ready'));
