/** Modifier groups that the embedded sandbox has from the start: an import links options into groups that exist. */
export const sandboxGroups: readonly { id: number; title: string }[] = [
  { id: 2101, title: 'Spice level' },
  { id: 2102, title: 'Ramen toppings' },
  { id: 2103, title: 'Noodle firmness' },
  { id: 2104, title: 'Rice choice' },
  { id: 2105, title: 'Drink size' },
  { id: 2106, title: 'Ice level' },
  { id: 2107, title: 'Sugar level' },
  { id: 2108, title: 'Sauces' },
];
