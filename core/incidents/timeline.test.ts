import { expect, test } from 'vitest';
import { foldTimeline, type TimelineRow } from './timeline.ts';

function row(id: string, changes: Partial<TimelineRow> = {}): TimelineRow {
  return {
    id,
    kind: 'update',
    targetId: null,
    atMs: Number(id),
    author: 'ada',
    status: 'INVESTIGATING',
    text: `Word ${id}`,
    components: [],
    key: id,
    ...changes,
  };
}

const edit = (id: string, targetId: string) => row(id, { kind: 'edit', targetId, author: 'bob' });
const retract = (id: string, targetId: string) => row(id, { kind: 'retract', targetId });

test.each<[string, TimelineRow[], object[]]>([
  ['updates stay in their order', [row('1'), row('2')], [{ text: 'Word 1' }, { text: 'Word 2' }]],
  [
    'an edit changes the wording and leaves a mark, not the author or the time',
    [row('1'), edit('2', '1')],
    [{ text: 'Word 2', author: 'ada', atMs: 1, editedAtMs: 2, retractedAtMs: null }],
  ],
  ['the last edit stands', [row('1'), edit('2', '1'), edit('3', '1')], [{ text: 'Word 3' }]],
  [
    'what is taken back stays as a mark without its text',
    [row('1'), retract('2', '1')],
    [{ id: '1', text: '', retractedAtMs: 2 }],
  ],
  [
    'what was taken back is not worded anew',
    [row('1'), retract('2', '1'), edit('3', '1')],
    [{ text: '', retractedAtMs: 2, editedAtMs: null }],
  ],
  ['an edit of nothing changes nothing', [row('1'), edit('2', '9')], [{ text: 'Word 1' }]],
  ['a note stays one', [row('1', { kind: 'note' })], [{ kind: 'note' }]],
])('%s', (_rule, rows, expected) => {
  const entries = foldTimeline(rows);
  expect(entries).toHaveLength(expected.length);
  expect(entries).toMatchObject(expected);
});
