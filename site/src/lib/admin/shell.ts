// Runs on every admin page: who reads it has a session, and sees what all of them should know.
import { fillTemplate, getElement } from './dom.ts';
import { goToLogin } from './call-api.ts';
import { toNotices } from './notices.ts';
import { isSignedOut, readOwnSession } from './own-session.ts';

export async function showNotices(): Promise<void> {
  if (await isSignedOut()) return goToLogin();
  const session = await readOwnSession();
  if (session === null) return;
  const notices = toNotices(session).map((text) => fillTemplate('notice', { p: text }));
  getElement('notices').replaceChildren(...notices);
}
