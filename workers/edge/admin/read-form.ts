import { readText } from './read-body.ts';
import { Refusal } from './refusal.ts';

const MOST = 100;

/** The parameters of the address and of a form, in their order. Throws a Refusal for a body that is no form. */
export async function readForm(request: Request): Promise<[string, string][]> {
  const inAddress = [...new URL(request.url).searchParams];
  const sent = request.method === 'POST' ? await readSent(request) : [];
  const all = [...sent, ...inAddress];
  if (all.length > MOST) throw new Refusal('INVALID', `There are more than ${MOST} parameters`);
  return all;
}

async function readSent(request: Request): Promise<[string, string][]> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded(; ?charset=utf-8)?$/i.test(type)) {
    const form = 'content-type application/x-www-form-urlencoded';
    throw new Refusal('INVALID', `The request must be a form: ${form}`);
  }
  return [...new URLSearchParams(await readText(request))];
}
