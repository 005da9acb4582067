/** A group that is no argument of a macro or of `^` and `_`, with the letters that touch it. */
const protectedGroup =
  /(?<!\\[A-Za-z]+\*?|\\[^A-Za-z\s]|[\\^_{\p{L}\p{N}'’-])[\p{L}\p{N}'’-]*\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})+\}[\p{L}\p{N}'’-]*/gu;

/** Marks the braced parts of a LaTeX title as `<span class="nocase">`, which keeps their capitals as they are. */
export function protectCase(title: string): string {
  return title.replace(protectedGroup, '<span class="nocase">$&</span>');
}
