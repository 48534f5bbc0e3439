import { Refusal } from './refusal.ts';

const LARGEST = 64 * 1_024;

/** The body as JSON, and as it came. Throws a Refusal for what is too large or no JSON; nothing at all is `{}`. */
export async function readBody(request: Request): Promise<{ text: string; body: unknown }> {
  const text = await readText(request);
  if (text === '') return { text, body: {} };
  try {
    return { text, body: JSON.parse(text, refuseNull) };
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('INVALID', 'The body is not JSON');
  }
}

function refuseNull(key: string, value: unknown): unknown {
  if (hasNull(key) || hasNull(value)) {
    throw new Refusal('INVALID', 'The body holds the letter U+0000, which cannot be kept');
  }
  return value;
}

/** Whether it holds the one letter that PostgreSQL has no place for. */
export function hasNull(value: unknown): boolean {
  return typeof value === 'string' && value.includes('\u0000');
}

/** The body as it came. Throws a Refusal for what is too large. */
export async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST) throw tooLarge();
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of request.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LARGEST) throw tooLarge();
  }
  return text;
}

function tooLarge(): Refusal {
  return new Refusal('TOO_LARGE', `The body is larger than ${LARGEST} bytes`);
}
