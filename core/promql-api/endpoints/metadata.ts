import type { Given } from '../answer.ts';
import { paramOf, type Asked } from '../asked.ts';
import { cutList } from '../cut-list.ts';

/** What metrics there are. Frames keep neither type nor help: a type is told where the name tells it. */
export function answerMetadata(asked: Asked): Given {
  const { byName } = asked.window.index;
  const all = new Set([...byName.keys()].map((name) => familyOf(name, byName)));
  const only = paramOf(asked, 'metric');
  const families = [...all].filter((name) => only === null || name === only);
  const { data, warnings } = cutList(asked, families.toSorted());
  const described = data.map((name) => {
    return [name, [{ type: typeOf(name, byName), help: '', unit: '' }]] as const;
  });
  return { data: Object.fromEntries(described), warnings };
}

type Names = ReadonlyMap<string, unknown>;

function familyOf(name: string, names: Names): string {
  const whole = name.replace(/_(bucket|sum|count)$/, '');
  return names.has(`${whole}_bucket`) ? whole : name;
}

function typeOf(family: string, names: Names): string {
  if (names.has(`${family}_bucket`)) return 'histogram';
  return family.endsWith('_total') ? 'counter' : 'unknown';
}
