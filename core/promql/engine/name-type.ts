import type { ValueType } from '../parser/expression.ts';

/** As the documentation of Prometheus names it. */
export function nameType(type: ValueType): string {
  return type.replace('vector', 'instant vector').replace('matrix', 'range vector');
}
