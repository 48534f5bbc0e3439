/** The first bytes of a body as text; the rest is not fetched, and a last line that is not whole is left out. */
export async function readBeginning(response: Response, enoughBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    text += decoder.decode(chunk, { stream: true });
    // Leaving the loop cancels the body.
    if (size >= enoughBytes) return text.slice(0, text.lastIndexOf('\n') + 1);
  }
  return text + decoder.decode();
}
