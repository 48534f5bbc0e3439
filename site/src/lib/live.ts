// Keeps an open page true: fetches it anew, and ages it when no answer comes. It is inlined into the page, whose markup
// it relies on, and stays under 1 KB when minified.
import { ago } from './ago.ts';

type Root = Pick<ParentNode, 'querySelector'>;

const page = document;
const find = <Name extends keyof HTMLElementTagNameMap>(name: Name, root: Root = page) =>
  // oxlint-disable-next-line typescript/no-non-null-assertion -- the page has all that this script looks for
  root.querySelector(name)!;
const read = (name: string) => Number(main.dataset[name]);

let main = find('main');
// When the data was made, by the reader's clock. That clock may be wrong: only the first page has to trust it.
let atMs = read('at');

const isOld = () => Date.now() - atMs > read('max');

/** Shows the state in the tab, and tells a screen reader when it is another one. */
const tell = (source: Root) => {
  const { href, title } = find('link', source);
  if (title !== page.title) page.title = find('output').value = title;
  find('link').href = href;
};

/** Says how old the data is, and stops believing it in time. */
export const age = () => {
  if (isOld() && !main.className) {
    const { content } = find('template');
    main.className = 'old';
    tell(content);
    find('div', main).replaceWith(content);
  }
  find('small').textContent = ago(Date.now() - atMs);
};

const show = (fresh: DocumentFragment) => {
  // Another style is another policy: only a new page can have it.
  if (!find('style', fresh).isEqualNode(find('style'))) location.reload();
  const focused = fresh.getElementById(page.activeElement?.id ?? '');
  for (const details of fresh.querySelectorAll('details')) {
    details.open = !!main.querySelector(`#${details.id}[open]`);
  }
  main.replaceWith((main = find('main', fresh)));
  atMs = Date.now() - read('age');
  focused?.focus({ preventScroll: true });
  tell(fresh);
};

const refresh = () => {
  if (page.hidden) return;
  fetch('', { headers: { 'If-None-Match': isOld() ? '' : (main.dataset.tag ?? '') } })
    .then(
      async (answer) =>
        answer.ok && show(new Range().createContextualFragment(await answer.text())),
    )
    .then(age, age);
};

// oxlint-disable-next-line unicorn/prefer-add-event-listener -- shorter
page.onvisibilitychange = refresh;
setInterval(refresh, read('every'));
if (isOld()) refresh();
else age();
