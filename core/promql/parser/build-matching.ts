import type { SyntaxNode } from '@lezer/common';
import { buildLabelNames } from './build-label-names.ts';
import type { Matching } from './expression.ts';
import { listChildren, refuse, spanOf, type Source } from './source.ts';

/** What stands after a binary operator: `bool`, and how samples are matched. */
export type Modifiers = { bool: boolean; matching: Matching };

const ONE_TO_ONE: Matching = { card: 'one-to-one', on: false, labels: [], include: [] };

export function buildModifiers(source: Source, nodes: readonly SyntaxNode[]): Modifiers {
  const modifiers: Modifiers = { bool: false, matching: ONE_TO_ONE };
  for (const node of nodes) {
    if (node.name === 'FillModifier') {
      throw refuse(source, 'binop fill modifiers are experimental and not enabled', spanOf(node));
    }
    if (node.name === 'BoolModifier') modifiers.bool = true;
    if (node.name === 'MatchingModifierClause') modifiers.matching = buildMatching(source, node);
  }
  return modifiers;
}

function buildMatching(source: Source, clause: SyntaxNode): Matching {
  const matching = { ...ONE_TO_ONE };
  let isGrouped = false;
  for (const node of listChildren(clause)) {
    if (node.name === 'On') matching.on = true;
    if (node.name === 'GroupLeft') matching.card = 'many-to-one';
    if (node.name === 'GroupRight') matching.card = 'one-to-many';
    if (node.name === 'GroupLeft' || node.name === 'GroupRight') isGrouped = true;
    if (node.name !== 'GroupingLabels') continue;
    matching[isGrouped ? 'include' : 'labels'] = buildLabelNames(source, node);
  }
  return matching;
}
