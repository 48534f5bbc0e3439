/** Chance that is the same in every run. */
export type Dice = {
  below: (limit: number) => number;
  one: <Item>(items: readonly Item[]) => Item;
  id: () => string;
};

export function rollDice(seed: number): Dice {
  let last = seed;
  // Park and Miller's generator.
  const below = (limit: number) => {
    last = (last * 16_807) % 2_147_483_647;
    return Math.floor((last / 2_147_483_647) * limit);
  };
  return {
    below,
    one(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('Cannot choose: there is nothing to choose from');
      return item;
    },
    id: () => Array.from({ length: 32 }, () => below(16).toString(16)).join(''),
  };
}
