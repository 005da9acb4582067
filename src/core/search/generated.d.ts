/** Groups of words for one state: its name and its people, then its capitals; built by scripts/names.mjs. */
declare module 'generated:names' {
  const groups: readonly (readonly [names: readonly string[], seats: readonly string[]])[];
  export default groups;
}

/** Irregular forms of English words and what they are forms of: `took` → `take`. */
declare module 'generated:irregularForms' {
  const forms: Readonly<Record<string, string>>;
  export default forms;
}
