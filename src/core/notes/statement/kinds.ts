import { allSigns, Sign } from '../../text/signs';
import type { ArgumentKind } from '../outline';

const labels: readonly (readonly [ArgumentKind, RegExp])[] = [
  [
    'todo',
    /^(?:TODO|To[- ](?:do|check|read|find)|FIXME|Check(?: up)?|Look up|Follow up|Verify|Reread|Nachschauen|Nachlesen|Nachprüfen|(?:Noch )?(?:zu )?(?:prüfen|lesen)|À (?:faire|vérifier|lire)|Vérifier|Pendiente|Por hacer|Revisar|Comprobar|Da (?:fare|verificare)|Verificare|Сделать|Проверить|Уточнить|Найти|Посмотреть|Перечитать|待查|待办|待辦|待读)\s*(?:[:：]|\s[–—-]\s)\s*/iu,
  ],
  ['todo', /^TODO\s*[–—-]\s*/i],
  ['todo', /^(?:TODO|DOING|DONE)\s+/],
  ['comment', /^\?{2,}\s*(?=\S)/],
  [
    'summary',
    /^(?:Summary|In summary|TL;?DR|Gist|Zusammenfassung|Résumé|Resumen|Riassunto|Итог|Резюме|总结|摘要)\s*[:：]\s*/i,
  ],
  [
    'comment',
    /^(?:Me|Mine|My (?:own )?(?:view|thoughts?|comments?|notes?|take|question|reaction|idea|opinion)|Comments?|Own (?:thought|comment)|Thoughts?|Note to self|Q|Question|Reaction|Response|Idea|Kommentar|Anmerkung|Commentaire|Comentario|Мой комментарий|Комментарий|Моё|Мое|Я|От себя|Моя мысль|Мысль|Meine (?:Meinung|Frage|Gedanken|Ansicht|Idee)|Eigene[rs]? (?:Meinung|Gedanken?|Frage|Ansicht|Idee|Kommentar)|Moi|Mon avis|Ma (?:remarque|question)|Mi (?:comentario|opinión|opinion|pregunta)|Yo|评论|个人看法|感想|我认为|我的想法|想法)\s*[:：]\s*/i,
  ],
  ['quotation', /^(?:Quote|Quotation|Zitat|Citation|Cita|Цитата|引文)\s*[:：]\s*/i],
];

/** A label that no colon follows. */
const otherLabel = /^(?:\?\?|to[- ]?do|fixme|check|doing|done)/i;
const dashBetween = /\s[–—-]\s/;

/** What students tell themselves to do, without a label: "reread p. 220", "check whether …". */
const errand =
  /^(?:re-?read|look (?:up|into)|(?:double-?)?check (?:whether|if|this|that|again|with|against|the (?:source|date|quot|page|reference|translation|original|figure|footnote|index))|find out|follow up on|ask (?:prof|the (?:prof|tutor|lecturer)|my tutor|in (?:class|seminar))|(?:remember|need|have|don['’]t forget) to (?:check|read|re-?read|look|find|ask|compare|cite|quote|get|verify)|must (?:check|read|re-?read|look)|nachschlagen|перечитать|проверить)(?![\p{L}])/iu;
const mayBeErrand = /^(?:re-?read|look|double|check|find|follow|ask|rem|need|have|don|must|nachs|пер|пров)/i;

/** What Notion puts before a callout: `💡 My idea: …`. */
const leadingIcon = /^(?:\p{Extended_Pictographic}[\ufe0f\u200d]*)+\s+(?=\S)/u;

/**
 * Takes a label such as `Me:` or `TODO:` off a statement. A statement wholly in square brackets is a comment. `signs`: those
 * that it may hold.
 */
export function takeKindLabel(
  statement: string,
  signs = allSigns,
): { readonly text: string; readonly kind?: ArgumentKind } {
  const icon = statement.charCodeAt(0) > 0x2000 ? leadingIcon.exec(statement)?.[0] : undefined;
  if (icon !== undefined) {
    const labelled = takeKindLabel(statement.slice(icon.length), signs);
    return labelled.kind ? labelled : { text: statement };
  }
  const head = statement.slice(0, 40);
  if (
    (signs & Sign.colon && /[:：]/.test(head)) ||
    otherLabel.test(head) ||
    (signs & Sign.dash && dashBetween.test(head))
  )
    for (const [kind, label] of labels) {
      const match = label.exec(head);
      if (match && match[0].length < statement.length)
        return { text: statement.slice(match[0].length), kind };
    }
  if (mayBeErrand.test(head) && errand.test(head)) return { text: statement, kind: 'todo' };
  const inner = statement.startsWith('[') ? /^\[([^[\]]{2,})\]$/.exec(statement)?.[1] : undefined;
  if (inner === undefined) return { text: statement };
  const labelled = takeKindLabel(inner.trim());
  return { text: labelled.text, kind: labelled.kind ?? 'comment' };
}

/** Whether a line is marked as the reader's own thought or task (`Comment: why only Castile?`), and so is no heading. */
export function isOwnThought(line: string): boolean {
  const { kind } = takeKindLabel(line);
  return (kind === 'comment' || kind === 'todo') && /^\p{L}/u.test(line) && !/^(?:Q|Question)\b/i.test(line);
}

/** Opening quotation marks, and what closes each. */
const closings: ReadonlyMap<string, RegExp> = new Map(
  [
    ['"', '"“”'],
    ['“', '”“"'],
    ['„', '“”"'],
    ['«', '»'],
    ['»', '«'],
    ['‘', '’'],
    ["'", "'"],
    ['「', '」'],
    ['『', '』'],
    ['‹', '›'],
    ['＂', '＂'],
  ].map(([open = '', close = '']) => {
    const insideWord = close === '’' || close === "'" ? '(?!\\p{L})' : '';
    return [open, new RegExp(`[${close}]${insideWord}`, 'gu')];
  }),
);

/** `— Churchill`, `. – de Gaulle`: who said it has a name, or a script without capitals; a gloss goes on in lower case. */
const saidBy =
  /^[.,]?\s*[–—-]{1,2}\s*(?:(?:the|de|von|van|der|den|di|da|la|le|el|al|bin)\s)*[^\p{Ll}\s]\S*(?:\s\S+){0,5}$/u;

/**
 * Whether a statement is a quotation: all of it within quotation marks, save for who said it after a dash or a full stop.
 */
export function isQuoted(statement: string): boolean {
  const closing = closings.get(statement.charAt(0));
  if (!closing) return false;
  closing.lastIndex = 1;
  if (!closing.test(statement)) return false;
  const rest = statement.slice(closing.lastIndex);
  return /^[\s.,;:!?。]*$/.test(rest) || saidBy.test(rest);
}

const headings: readonly (readonly [ArgumentKind, RegExp])[] = [
  [
    'comment',
    /^(?:my (?:own )?(?:thoughts?|comments?|views?|reactions?|reflections?|response|opinions?|critique|questions?|take|ideas?)|own (?:thoughts?|ideas?|views?|comments?)|(?:(?:open|own|further|discussion|seminar) )?questions(?: (?:for|to ask in) .{2,24})?|(?:personal )?(?:thoughts|reflections?|reactions?|comments)|eigene gedanken|kommentare?|mes (?:pensées|commentaires)|мои мысли|我的想法)[:：]?$/iu,
  ],
  [
    'quotation',
    /^(?:(?:key|important|direct|good) )?(?:quotes|quotations|zitate|citations|citas|цитаты|引文)[:：]?$/iu,
  ],
  [
    'summary',
    /^(?:(?:in )?summary|in (?:short|brief)|gist|tl;?dr|abstract|zusammenfassung|résumé|resumen|итог|摘要|总结)[:：]?$/iu,
  ],
  ['todo', /^(?:to-?\s?dos?|next(?: steps)?|to (?:check|read))[:：]?$/iu],
];

/** The kind of what stands under a heading that says so: "My thoughts", "Key quotes", "Summary". */
export function kindOfHeading(heading: string): ArgumentKind | undefined {
  return heading.length > 40 ? undefined : headings.find(([, test]) => test.test(heading))?.[0];
}
