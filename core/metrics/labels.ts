/** Names and values of a series, its own name among them as `__name__`. A label without a value is not there. */
export type Labels = Readonly<Record<string, string>>;
