const HIDDEN = '[hidden]';

const PATTERNS: readonly [RegExp, string][] = [
  // Credentials in an address, and everything after its question mark.
  [/(\w+:\/\/)[^\s/@]+@/g, `$1${HIDDEN}@`],
  [/([?&][\w.[\]-]+=)[^&\s"']*/g, `$1${HIDDEN}`],
  [/\b(bearer|basic)\s+[\w.~+/=-]{6,}/gi, `$1 ${HIDDEN}`],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, HIDDEN],
  [/\b(sk|pk|rk|whsec|ghp|xox[abp])[_-][\w-]{6,}/g, HIDDEN],
  [/\b[\w.+-]+@[\w-]+\.[\w.-]+/g, HIDDEN],
  [/\b\d(?:[ -]?\d){12,18}\b/g, HIDDEN],
  [
    /\b([\w-]*(?:password|passwd|secret|token|api[_-]?key))(["']?\s*[=:]\s*["']?)[^\s"',;&}]+/gi,
    `$1$2${HIDDEN}`,
  ],
  // Long and with digits in it: a key, whatever it opens. UUIDs, which name things, stay.
  [/(?<![\w-])(?![\da-f]{8}-)(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{24,}/gi, HIDDEN],
];

/** Text without what looks like a credential, an e-mail address, a card number, or the values of a query string. */
export function hideSecrets(text: string): string {
  return PATTERNS.reduce((hidden, [pattern, by]) => hidden.replace(pattern, by), text);
}
