const get = (selector, page = document) => page.querySelector(selector);

// New messages appear without a reload, unless somebody is reading one.
async function refresh() {
  if (document.hidden || get('details[open], main :focus')) return;
  const response = await fetch('/');
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  document.title = page.title;
  for (const selector of ['#count', 'main']) {
    const [shown, fresh] = [get(selector), get(selector, page)];
    if (shown.innerHTML !== fresh.innerHTML) shown.replaceChildren(...fresh.childNodes);
  }
}

get('#clear').addEventListener('click', async () => {
  await fetch('/messages.json', { method: 'DELETE' });
  location.reload();
});

// A refresh that fails means that the stack is stopped or starting: the next one will tell.
setInterval(() => refresh().catch(() => {}), 2000);
