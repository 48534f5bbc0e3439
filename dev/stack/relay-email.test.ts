import { expect, test } from 'vitest';
import { readEmail } from './relay-email.ts';

const MAIL = {
  from: 'Pharos <alerts@pharos.example>',
  to: ['ops@example.com'],
  subject: 'High Error Rate is firing',
  html: '<p>8.3 %</p>',
  text: '8.3 %',
};

test('a mail is read, whether its recipients are one text or a list', () => {
  expect(readEmail(JSON.stringify(MAIL))).toMatchObject({ email: MAIL, complaint: null });
  const single = JSON.stringify({ ...MAIL, to: 'ops@example.com' });
  expect(readEmail(single)).toMatchObject({ email: MAIL });
});

test.each([
  ['missing_required_field', '`from`', { ...MAIL, from: undefined }],
  ['missing_required_field', '`to`', { ...MAIL, to: undefined }],
  ['missing_required_field', '`subject`', { ...MAIL, subject: undefined }],
  ['validation_error', '`html` or `text`', { ...MAIL, html: undefined, text: undefined }],
  ['validation_error', '`from`', { ...MAIL, from: 'pharos' }],
  ['validation_error', '`from`', { ...MAIL, from: 'Pharos <alerts@>' }],
  ['validation_error', '`to`', { ...MAIL, to: [] }],
  ['validation_error', '`to`', { ...MAIL, to: Array(51).fill('ops@example.com') }],
  ['validation_error', '`headers`', { ...MAIL, headers: { 'X-Count': 1 } }],
  ['validation_error', '`tags`', { ...MAIL, tags: [{ name: 'rule', value: 'High Error' }] }],
  ['validation_error', '`replyTo`', { ...MAIL, replyTo: 'ops@example.com' }],
])('%s names %s', (name, field, body) => {
  const message = expect.stringContaining(field);
  expect(readEmail(JSON.stringify(body))).toEqual({ complaint: { status: 422, name, message } });
});

test.each(['from=a', '[]', ''])('a body that is no JSON object is 400: %j', (body) => {
  expect(readEmail(body)).toMatchObject({ complaint: { status: 400 } });
});
