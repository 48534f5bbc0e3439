const REFERENCE = /\$(?:\$|\w+|\{\w+\})/g;

type Match = { value: string; slots: readonly number[]; names: readonly (string | null)[] };

/**
 * A template with what its references, `$1`, `${1}`, `$name`, stand for in a match; a name is as long as it can be, and
 * one that no group has is empty. `$$` is a dollar.
 */
export function expandTemplate(template: string, { value, slots, names }: Match): string {
  return template.replaceAll(REFERENCE, (reference) => {
    if (reference === '$$') return '$';
    const name = reference.replaceAll(/[${}]/g, '');
    const group = /^\d+$/.test(name) ? Number(name) : names.indexOf(name);
    const start = slots[2 * group] ?? -1;
    return group < 0 || start < 0 ? '' : value.slice(start, slots[2 * group + 1]);
  });
}
