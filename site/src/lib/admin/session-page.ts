// Shows whose session this is, and ends it, or all of them.
import type { Role } from '../../../../core/auth/role.ts';
import type { Entrance } from '../../../../core/auth/session.ts';
import { utcDayMinute } from '../utc-words.ts';
import { callApi, goToLogin } from './call-api.ts';
import { fillTemplate, getElement, showOnly } from './dom.ts';
import { PATH, readOwnSession, type OwnSession } from './own-session.ts';

const PARTS = ['reading', 'failed', 'facts'];
const ROLES: Record<Role, string> = { ADMIN: 'Admin', SUPER_ADMIN: 'Super admin' };
const ENTRANCES: Record<Entrance, string> = {
  origin: 'with a token of the shop',
  access: 'with Cloudflare Access',
  'break-glass': 'with the break-glass token',
};

export async function startSession(): Promise<void> {
  getElement('leave').addEventListener('click', () => void end('DELETE', PATH));
  const dialog = getElement('sure');
  if (dialog instanceof HTMLDialogElement) {
    getElement('ask').addEventListener('click', () => dialog.showModal());
    dialog.addEventListener('close', () => {
      if (dialog.returnValue === 'yes') void end('POST', `${PATH}/end-all`);
      dialog.returnValue = '';
    });
  }
  const session = await readOwnSession();
  if (session === null) {
    getElement('failed').textContent = 'Your session cannot be read right now.';
    return showOnly('failed', PARTS);
  }
  getElement('facts').replaceChildren(
    ...toFacts(session).map(([dt, dd]) => fillTemplate('fact', { dt, dd })),
  );
  getElement('everybody').hidden = session.role !== 'SUPER_ADMIN';
  showOnly('facts', PARTS);
}

function toFacts({ user, role, entrance, startedAt, endsAt }: OwnSession): [string, string][] {
  return [
    ['User', user],
    ['Role', ROLES[role]],
    ['Signed in', `${toWords(startedAt)}, ${ENTRANCES[entrance]}`],
    ['Ends', `${toWords(endsAt)}, or later, if you go on`],
  ];
}

function toWords(at: string): string {
  const ms = Date.parse(at);
  return `${utcDayMinute(ms)} UTC`;
}

async function end(method: 'DELETE' | 'POST', path: string): Promise<void> {
  const said = getElement('said');
  said.textContent = '';
  const called = await callApi(path, { method });
  if (called.kind === 'done' || called.status === 401) return goToLogin();
  said.textContent = called.message;
}
