// Signs in by what stands behind `#token=` in the address, or by what is typed.
import { callApi } from './call-api.ts';
import { getElement } from './dom.ts';
import { toNextPage } from './next-page.ts';
import { PATH, readOwnSession } from './own-session.ts';

export async function startLogin(): Promise<void> {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  // Gone from the address, the history and the screen before anything else is done.
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
  const form = getElement('login');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = form.querySelector('input');
    if (typed === null) return;
    const { value } = typed;
    typed.value = '';
    void signIn(value.trim());
  });
  document.querySelector('#access')?.addEventListener('click', () => void signIn(null));
  if (token !== null) return signIn(token);
  // A browser that comes from another site does not show its session until the page asks for itself.
  if ((await readOwnSession()) !== null) goOn();
}

async function signIn(token: string | null): Promise<void> {
  say('Signing in…', false);
  const called = await callApi(PATH, { method: 'POST', ...(token !== null && { token }) });
  if (called.kind === 'done') return goOn();
  say(called.message, true);
}

function goOn(): void {
  const wanted = new URLSearchParams(location.search).get('next');
  location.replace(toNextPage(wanted, location.origin));
}

function say(text: string, isError: boolean): void {
  const place = getElement('said');
  place.textContent = text;
  place.classList.toggle('down', isError);
}
