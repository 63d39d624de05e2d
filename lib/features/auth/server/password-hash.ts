import { randomBytes } from 'node:crypto';
import { type Algorithm, hash, verify } from '@node-rs/argon2';

/** OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, 2 passes, 1 lane. */
const OPTIONS = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

let hashOfNobody: Promise<string> | undefined;

/** @returns Argon2id in PHC form, with its own salt */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), OPTIONS);
}

/**
 * Whether the password is the one that was hashed. Without a hash (an unknown address, a member of Kakao) the answer is
 * no after the same work, so that the time does not tell which addresses are known.
 */
export async function verifyPassword(password: string, passwordHash: string | null): Promise<boolean> {
  hashOfNobody ??= hashPassword(randomBytes(16).toString('hex'));
  const nobody = await hashOfNobody;
  const isRight = await verify(passwordHash ?? nobody, password.normalize('NFC'));
  return isRight && passwordHash !== null;
}
