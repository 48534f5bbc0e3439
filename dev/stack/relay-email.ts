import * as z from 'zod';
import { parseJson } from './inbox/parse-json.ts';

const ADDRESS = /^(?:[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+|[^<>]*<[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+>)$/;
const WRONG_ADDRESS =
  'The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.';
const WRONG_TAG = 'Tags should only contain ASCII letters, numbers, underscores, or dashes.';

const Address = z.string().regex(ADDRESS, WRONG_ADDRESS);
const Addresses = z
  .union([Address, z.array(Address).min(1).max(50)], WRONG_ADDRESS)
  .transform((value) => (typeof value === 'string' ? [value] : value));
const Tag = z.string().regex(/^[\w-]{1,256}$/, WRONG_TAG);

// Resend has more fields; one that this relay would ignore is refused by name.
const Email = z.strictObject({
  from: Address,
  to: Addresses,
  cc: Addresses.optional(),
  bcc: Addresses.optional(),
  reply_to: Addresses.optional(),
  subject: z.string().min(1),
  html: z.string().optional(),
  text: z.string().optional(),
  headers: z.record(z.string(), z.string()).default({}),
  tags: z.array(z.strictObject({ name: Tag, value: Tag })).optional(),
});
export type Email = z.infer<typeof Email>;

/** What is wrong with a mail, in the words of Resend. */
export type Complaint = { status: 400 | 422; name: string; message: string };

export function readEmail(
  raw: string,
): { email: Email; complaint: null } | { complaint: Complaint } {
  const body = z.record(z.string(), z.unknown()).safeParse(parseJson(raw));
  if (!body.success) return complain(400, 'validation_error', 'The body must be a JSON object.');
  const missing = ['from', 'to', 'subject'].find((name) => body.data[name] === undefined);
  if (missing) return complain(422, 'missing_required_field', `Missing \`${missing}\` field.`);
  const email = Email.safeParse(body.data);
  if (!email.success) return complain(422, 'validation_error', explain(email.error));
  if (email.data.html || email.data.text) return { email: email.data, complaint: null };
  return complain(422, 'validation_error', 'Missing `html` or `text` field.');
}

function complain(status: 400 | 422, name: string, message: string): { complaint: Complaint } {
  return { complaint: { status, name, message } };
}

function explain({ issues }: z.ZodError): string {
  const [issue] = issues;
  if (issue?.code === 'unrecognized_keys') {
    return `Invalid \`${issue.keys[0]}\` field. This relay does not know it.`;
  }
  return `Invalid \`${String(issue?.path[0])}\` field. ${issue?.message}`;
}
