const LINES_READ = 50;
const TYPES = /^(text\/plain|application\/openmetrics-text)(;|$)/;
const SAMPLE = /^[a-z_:][\w:]*(\{.*\})?\s+(\S+)(\s+\S+)?(\s+#.*)?$/i;

/**
 * Why this is not Prometheus' text format, or null when its first lines look like it:
 * https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function findExpositionProblem(contentType: string, text: string): string | null {
  if (!TYPES.test(contentType)) {
    return `content type ${contentType || 'missing'}: text/plain was expected`;
  }
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, LINES_READ);
  const samples = lines.filter((line) => !line.startsWith('#'));
  if (!samples.every(isSample)) return 'text that is not in the format of Prometheus';
  return lines.length === 0 ? 'an empty answer' : null;
}

function isSample(line: string): boolean {
  const value = SAMPLE.exec(line)?.[2];
  if (value === undefined) return false;
  return /^[+-]?Inf$|^NaN$/i.test(value) || Number.isFinite(Number(value));
}
