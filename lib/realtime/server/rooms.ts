/** Names of Socket.IO's rooms. A socket is put into one by the server alone, after a check. */

/** Every socket of a member, from the moment it is signed in. */
export function userChannel(userId: string): string {
  return `user:${userId}`;
}

/** Sockets of one session: of a browser, over its tabs. */
export function sessionChannel(sessionId: string): string {
  return `session:${sessionId}`;
}

/** Sockets that have a chat room open; joined after the membership check. */
export function roomChannel(roomId: string): string {
  return `room:${roomId}`;
}

/** Sockets of one member that have that room open: who is in here is looking, over all processes. */
export function lookingChannel(userId: string, roomId: string): string {
  return `looking:${userId}:${roomId}`;
}
