// What a word in capitals stands for. Keys meet other types now and then, and values other kinds.
const vocabulary = new Map(
  Object.entries({
    ANY: 's1 | s2 | l1 | h1 | u1 | z1 | none',
    STR: 's1 | s1 | s2 | s2 | s3 | z1',
    LIST: 'l1 | l1 | l2 | l2 | l3 | s1',
    HASH: 'h1 | h1 | h2 | h2 | h3 | s1',
    SET: 'u1 | u1 | u2 | u2 | u3 | s1',
    ZSET: 'z1 | z1 | z2 | z2 | z3 | s1',
    TYPE: 'string | zset | HASH | what',
    VALUE: '1 | 2 | 10 | -3 | 007 | x | y | Z | "" | {"a":1} | OK | \xc3\xa9 | \xff\0\r\n.',
    NUMBER: '1 | -2 | 40 | 0 | -0 | 01 | +1 | z | 9223372036854775807 | 9223372036854775808',
    INDEX: '0 | 1 | 2 | -1 | -2 | 5 | -9 | 99 | x',
    COUNT: ' | | 0 | 1 | 2 | 9 | -1 | x',
    SCORE: `1 | 2 | 2 | 2.5 | -1 | 1767225600000 | 1e3 | .5 | 5. | -0 | inf | -inf | +Inf | 1e999 | q | ""`,
    BOUND: '-inf | +inf | 1 | (1 | 2 | (2.5 | 0 | (1e3 | 1767225600000 | (inf | bad | [1',
    SET_OPTION: ` | | | nx | XX | get | GET nx | xx GET | NX XX | foo | keepttl | XX keepttl get | ex 100 |
      PX 500000 | ex 100 EX 200 | ex 9 px 9 | EX 0 | px -1 | EX x | ex | keepttl ex 100 | nx ex 100 |
      EX 9223372036854775807 | PXAT 33000000000000 | exat 33000000000`,
    SECONDS: '100 | 1000 | -1 | 0 | x | 9223372036854775807',
    AT_MS: '32000000000000 | 33000000000000 | 34000000000000 | 1',
    AT_OPTION: ' | nx | XX | gt | LT | gt xx | NX xx | gt LT | foo',
    ZADD_OPTION: ' | | | nx | XX | gt | LT | ch | gt CH | xx lt ch | NX gt | nx xx | gt lt',
    RANK_OPTION: ' | | withscores | REV | rev WITHSCORES | limit 0 1 | foo',
    SCORE_OPTION: ` | withscores | REV | rev limit 0 2 | LIMIT 1 2 | limit 0 -1 | limit -1 2 | limit 1 0 |
      limit 1 | limit x 1`,
    PATTERN: String.raw`* | s* | ?1 | [sl]? | [^a-m]1 | h[1-2] | h[2-1] | \* | s[ | z[] | *2* | "" | [\s]1 | s\ `,
  }).map(([word, choices]) => [word, split(choices)]),
);

const templates =
  split(`set STR VALUE SET_OPTION | set STR VALUE SET_OPTION | get STR | get ANY | mget STR ANY none | getdel STR | strlen STR |
setex STR SECONDS VALUE | setnx STR VALUE | incr STR | decr STR | incrby STR NUMBER | decrby STR NUMBER |
rpush LIST VALUE VALUE | lpush LIST VALUE VALUE VALUE | rpush LIST VALUE | llen LIST | lrange LIST INDEX INDEX |
ltrim LIST INDEX INDEX | lpop LIST COUNT | rpop LIST COUNT | lpop LIST 1 1 |
hset HASH VALUE VALUE | hset HASH VALUE VALUE x NUMBER | hset HASH x NUMBER | hget HASH VALUE | hgetall HASH |
hdel HASH VALUE x | hincrby HASH x NUMBER | hincrby HASH VALUE NUMBER |
sadd SET VALUE VALUE | sadd SET VALUE | smembers SET | scard SET | srem SET VALUE VALUE | sismember SET VALUE |
zadd ZSET ZADD_OPTION SCORE VALUE | zadd ZSET ZADD_OPTION SCORE VALUE SCORE VALUE | zadd ZSET 3 a 3 c 3 b |
zcard ZSET | zscore ZSET VALUE | zmscore ZSET VALUE VALUE | zrem ZSET VALUE VALUE | zcount ZSET BOUND BOUND |
zrange ZSET INDEX INDEX RANK_OPTION | zrange ZSET BOUND BOUND byscore SCORE_OPTION |
zremrangebyscore ZSET BOUND BOUND | zremrangebyrank ZSET INDEX INDEX |
del ANY ANY | exists ANY ANY ANY | type ANY | keys PATTERN | dbsize | scan 0 count 999 match PATTERN |
scan 0 count 999 type TYPE | scan x | scan 0 count 0 | scan 0 count 999 match | scan 0 foo 1 | flushdb foo |
expire ANY SECONDS | pexpire ANY 5000000 | expireat ANY 33000000000 | pexpireat ANY AT_MS AT_OPTION | ttl ANY | pttl ANY |
persist ANY | ping | ping VALUE | nope NUMBER PATTERN | flushall sync`);

/**
 * A repeatable stream of commands over few enough keys that they meet, one in twenty with a word too many or too few. A
 * step is one command or, one time in ten, several for a transaction.
 */
export function createRandomSteps(seed: number): () => string[][] {
  const random = createRandom(seed);
  const pick = (items: string[]) => items[Math.floor(random() * items.length)] ?? '';

  function expand(word: string): string[] {
    return pick(vocabulary.get(word) ?? [word])
      .split(' ')
      .filter((part) => part !== '');
  }

  function nextCommand(): string[] {
    const [name = '', ...args] = pick(templates).split(' ').flatMap(expand);
    const luck = random();
    if (luck < 0.025) args.pop();
    else if (luck < 0.05) args.push(...args.slice(-1));
    const words = [random() < 0.5 ? name : name.toUpperCase(), ...args];
    return words.map((word) => (word === '""' ? '' : word));
  }

  return () => {
    const size = random() < 0.1 ? 1 + Math.floor(random() * 5) : 1;
    return Array.from({ length: size }, nextCommand);
  };
}

function split(text: string): string[] {
  return text.split('|').map((choice) => choice.trim());
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
