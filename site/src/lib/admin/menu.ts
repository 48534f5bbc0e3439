export type MenuItem = { text: string; href: string; isHere: boolean };

/** Pages that are led to, not chosen. */
const NOT_CHOSEN = ['index', 'login'];

/** The menu of the admin pages, made from the files in `pages/admin/`: `deploy-history.astro` is "Deploy history". */
export function toMenu(files: readonly string[], pathname: string): MenuItem[] {
  const names = files.flatMap((file) => /\/admin\/([\w-]+)\.astro$/.exec(file)?.[1] ?? []);
  return names
    .filter((name) => !NOT_CHOSEN.includes(name))
    .toSorted()
    .map((name) => {
      const href = `/admin/${name}`;
      return {
        text: toText(name),
        href,
        isHere: pathname === href || pathname.startsWith(`${href}/`),
      };
    });
}

function toText(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
