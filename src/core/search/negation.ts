const denial =
  /\b(?:not|no|never|nobody|none|nothing|neither|nor|without|cannot|hardly|refus\w+)\b|n['’]t\b/i;

/** Whether a statement denies something, as far as its words show it. */
export function isNegated(text: string): boolean {
  return denial.test(text);
}
