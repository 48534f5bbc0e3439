import type { SyntaxNode } from '@lezer/common';
import { functions } from '../functions/index.ts';
import type { Builder } from './builder.ts';
import type { Call } from './expression.ts';
import { refusedFunctions } from './refused-functions.ts';
import { listChildren, refuse, spanOf, textOf } from './source.ts';

export function buildCall(builder: Builder, node: SyntaxNode): Call {
  const [identifier = node, body = node] = listChildren(node);
  const name = textOf(builder, identifier);
  if (!functions.has(name)) {
    const message = refusedFunctions.get(name) ?? `unknown function with name "${name}"`;
    throw refuse(builder, message, spanOf(identifier));
  }
  const args = listChildren(body).map((arg) => builder.build(arg));
  return { kind: 'call', name, args, span: spanOf(node) };
}
