// The limit that idle sockets are measured against: Socket.IO, two namespaces, a room for each member, nothing else.
// POST /tell?user=… stores a row and tells that member.
import { createServer } from 'node:http';
import { Pool } from 'pg';
import { Server } from 'socket.io';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const INSERT = {
  name: 'insert',
  text: `INSERT INTO bare_alert (member, body) VALUES ($1, $2) RETURNING id, at`,
};

const httpServer = createServer(async (request, response) => {
  const user = new URL(request.url ?? '', 'http://localhost').searchParams.get('user');
  if (!user) return void response.end();
  const { rows } = await pool.query({ ...INSERT, values: [user, '네, 그때 봬요.'] });
  io.of('/alerts')
    .to(user)
    .emit('alert:new', { id: rows[0].id, createdAt: rows[0].at, body: '네, 그때 봬요.' });
  response.end('{}');
});
const io = new Server(httpServer, { transports: ['websocket'] });
for (const name of ['/chat', '/alerts'])
  io.of(name).on('connection', (socket) => void socket.join(socket.handshake.auth.userId));

await pool.query(`DROP TABLE IF EXISTS bare_alert`);
await pool.query(`CREATE TABLE bare_alert (id bigserial PRIMARY KEY, member uuid NOT NULL, body text NOT NULL,
  at timestamptz NOT NULL DEFAULT now())`);
httpServer.listen(Number(process.env.PORT), () => console.log('ready'));
