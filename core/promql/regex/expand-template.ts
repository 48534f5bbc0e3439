const REFERENCE = /\$(?:\$|\w+|\{\w+\})/g;

type Match = { groups: readonly (string | undefined)[]; names: readonly string[] };

/**
 * A template with what its references, `$1`, `${1}`, `$name`, stand for in a match; a name is as long as it can be, and
 * one that no group has is empty. `$$` is a dollar.
 */
export function expandTemplate(template: string, { groups, names }: Match): string {
  return template.replaceAll(REFERENCE, (reference) => {
    if (reference === '$$') return '$';
    const name = reference.replaceAll(/[${}]/g, '');
    return groups[/^\d+$/.test(name) ? Number(name) : names.indexOf(name)] ?? '';
  });
}
