import { EncryptJWT, jwtDecrypt } from 'jose';
import { Session } from '../../../core/auth/session.ts';

const ALGORITHM = { alg: 'dir', enc: 'A256GCM' } as const;
/** A session is far smaller; what is larger is none. */
const LONGEST_TEXT = 1_024;
/** A shorter secret could be guessed. */
export const SHORTEST_SECRET = 32;

/** The session as text that nobody without the secret can read, change or make. */
export async function sealSession(session: Session, secret: string): Promise<string> {
  const sealed = new EncryptJWT({ session }).setProtectedHeader(ALGORITHM);
  return sealed.encrypt(await keyOf(secret));
}

/** What was sealed with this secret; null for everything else. */
export async function openSession(text: string, secret: string): Promise<Session | null> {
  if (text.length > LONGEST_TEXT) return null;
  try {
    const { payload } = await jwtDecrypt(text, await keyOf(secret), {
      keyManagementAlgorithms: [ALGORITHM.alg],
      contentEncryptionAlgorithms: [ALGORITHM.enc],
    });
    return Session.parse(payload['session']);
  } catch {
    return null;
  }
}

async function keyOf(secret: string): Promise<Uint8Array> {
  const text = new TextEncoder().encode(`pharos session ${secret}`);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', text));
}
