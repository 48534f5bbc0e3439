const OTHER = 'other';

/** Values that a label may take. `most` distinct ones are let through, what comes after them or looks odd is `other`. */
export function boundedLabel(
  most: number,
  pattern = /^[\w.:/ -]{1,64}$/,
): (value: string) => string {
  const seen = new Set<string>();
  return (value) => {
    if (seen.has(value)) return value;
    if (seen.size >= most || !pattern.test(value)) return OTHER;
    seen.add(value);
    return value;
  };
}
