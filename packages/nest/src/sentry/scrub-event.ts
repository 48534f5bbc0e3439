import { hideSecrets } from '../errors/hide-secrets.ts';
import { redact } from '../errors/redact.ts';

const SAFE_HEADERS = ['accept', 'content-length', 'content-type', 'host', 'user-agent'];
const SAFE_CRUMB_DATA = ['url', 'method', 'status_code', 'http.method', 'logger'];

type Fields = Record<string, unknown>;

/**
 * For Sentry's `beforeSend` and `beforeSendTransaction`: its SDK adds the raw body, cookies, headers, query and what was
 * logged before, whatever the filter left out. Changes the event and gives it back.
 */
export function scrubEvent<E extends object>(event: E): E {
  const fields: Fields = Object.assign(event);
  if (isFields(fields['request'])) fields['request'] = scrubRequest(fields['request']);
  if (isFields(fields['user'])) fields['user'] = pick(fields['user'], ['id']);
  if (isFields(fields['extra'])) fields['extra'] = redact(fields['extra']);
  for (const name of ['message', 'transaction']) fields[name] = hide(fields[name]);
  for (const exception of listOf(Object(fields['exception']).values)) scrubException(exception);
  for (const crumb of listOf(fields['breadcrumbs'])) scrubCrumb(crumb);
  for (const span of [...listOf(fields['spans']), ...listOf([Object(fields['contexts']).trace])]) {
    scrubSpan(span);
  }
  return event;
}

function scrubRequest(request: Fields): Fields {
  const url = request['url'];
  const headers = isFields(request['headers']) ? pick(request['headers'], SAFE_HEADERS) : {};
  return {
    method: request['method'],
    ...(typeof url === 'string' && { url: withoutQuery(url) }),
    headers,
  };
}

function scrubException(exception: Fields) {
  exception['value'] = hide(exception['value']);
  for (const frame of listOf(Object(exception['stacktrace']).frames)) delete frame['vars'];
}

function scrubCrumb(crumb: Fields) {
  crumb['message'] = hide(crumb['message']);
  if (isFields(crumb['data'])) crumb['data'] = hideAll(pick(crumb['data'], SAFE_CRUMB_DATA));
}

function scrubSpan(span: Fields) {
  span['description'] = hide(span['description']);
  if (isFields(span['data'])) span['data'] = hideAll(span['data']);
}

function hideAll(data: Fields): Fields {
  const kept = Object.entries(data).filter(
    ([key]) => !/header|cookie|query|body|statement/.test(key),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, hide(value)]));
}

function hide(value: unknown): unknown {
  return typeof value === 'string' ? hideSecrets(value) : value;
}

function withoutQuery(url: string): string {
  return hideSecrets(url.split('?')[0] ?? '');
}

function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => names.includes(name.toLowerCase())),
  );
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
