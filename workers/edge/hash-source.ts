/** What names an inline script or style in a policy: https://www.w3.org/TR/CSP3/#match-element-to-source-list */
export async function hashSource(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
