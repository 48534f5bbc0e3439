/** An answer that says something is wrong with what was asked, in words for the log. */
export class BadAnswer extends Error {}

/** The body as text, no more than `limit` bytes of it: the rest is not fetched and the answer is refused. */
async function readText(response: Response, limit: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop cancels the body.
    if (size > limit) throw new BadAnswer(`the answer is larger than ${limit / 1024} KiB`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** The body as JSON. HTML, half a document and the like are named as such. */
export async function readJson(response: Response, limit: number): Promise<unknown> {
  const text = await readText(response, limit);
  try {
    return JSON.parse(text);
  } catch {
    const isPage = /^\s*<(!doctype|html)/i.test(text);
    throw new BadAnswer(isPage ? 'HTML where JSON was expected' : describeBroken(text));
  }
}

function describeBroken(text: string): string {
  if (text.trim() === '') return 'an empty answer where JSON was expected';
  return /^\s*[{[]/.test(text)
    ? 'JSON that breaks off or is malformed'
    : 'text where JSON was expected';
}
