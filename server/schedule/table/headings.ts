import type { ColumnConfidence, ScheduleField } from '../../protocol/schedule.js';

/** What headings mean: the word itself (in a few languages), and words that it may be among. */
const HEADINGS: Record<ScheduleField, { words: string; among: RegExp | null }> = {
  title: {
    words:
      'title|talk|session|topic|subject|event|activity|what|item|segment|summary|programme|program|session title|talk title|event title|proposal title|titel|vortrag|thema|programm|titre|titolo|titulo|evento|conference title',
    among: /\b(?:title|talk|session|topic)\b/u,
  },
  subtitle: { words: 'subtitle|untertitel|sous titre', among: null },
  date: {
    words: 'date|day|datum|tag|jour|fecha|dia|giorno|data|session date|event date|start date',
    among: /\b(?:date|day)\b/u,
  },
  start: {
    words:
      'start|starts|begin|begins|from|time|when|start time|starts at|start at|scheduled at|begin time|slot|time slot|timeslot|dtstart|uhrzeit|zeit|beginn|von|heure|debut|hora|inicio|ora|inizio|session time|local time',
    among: /\b(?:start|starts|begins?|time)\b/u,
  },
  end: {
    words: 'end|ends|until|to|end time|ends at|end at|finish|till|dtend|ende|bis|fin|fine',
    among: /\b(?:ends?|finish)\b/u,
  },
  duration: {
    words: 'duration|length|minutes|min|mins|dauer|lange|duree|duracion|durata',
    among: /\b(?:duration|length|minutes)\b/u,
  },
  room: {
    words:
      'room|location|stage|booth|venue|hall|where|place|raum|ort|buhne|saal|salle|lieu|sala|stand|luogo|room name',
    among: /\b(?:room|location|stage|booth|venue|hall)\b/u,
  },
  type: { words: 'type|kind|format|session type|session format|art|typ|tipo', among: /\b(?:type|format)\b/u },
  track: { words: 'track|category|theme|stream|kategorie|categorie', among: /\btrack\b/u },
  language: { words: 'language|lang|sprache|langue|idioma|lingua', among: /\blanguage\b/u },
  description: {
    words: 'description|abstract|details|notes|beschreibung|descripcion|descrizione|inhalt',
    among: /\b(?:description|abstract)\b/u,
  },
  id: { words: 'id|code|uid|guid|session id|proposal id|talk id|nr|no|number', among: null },
  url: { words: 'url|link|session url|talk url|website', among: /\b(?:url|link)\b/u },
  'do-not-record': {
    words: 'do not record|dont record|not recorded|no recording|recording opt out|nicht aufzeichnen',
    among: /\bdo not record\b/u,
  },
  licence: { words: 'licence|license|recording license|lizenz|licencia|licenza', among: /\blicen[cs]e\b/u },
  people: {
    words:
      'speaker|speakers|presenter|presenters|author|authors|guest|guests|who|person|people|names|speaker name|speaker names|guest name|interviewee|referent|referentin|referenten|sprecher|sprecherin|gast|gaste|intervenant|intervenants|ponente|ponentes|relatore|relatori|presented by|full name',
    among: /\b(?:speakers?|presenters?|guests?|authors?)\b/u,
  },
  'person-title': {
    words: 'job title|job|position|role|tagline|tag line|funktion|function|speaker title|poste|cargo',
    among: /\b(?:job|position|tagline)\b/u,
  },
  organisation: {
    words:
      'organisation|organization|company|affiliation|employer|org|firma|unternehmen|entreprise|societe|azienda|empresa|speaker company|speaker organization',
    among: /\b(?:company|organi[sz]ation|affiliation)\b/u,
  },
  pronouns: { words: 'pronouns|pronomen', among: /\bpronouns\b/u },
  handle: {
    words: 'handle|twitter|mastodon|bluesky|social|social media|x',
    among: /\b(?:handle|twitter|mastodon|bluesky)\b/u,
  },
};

/** Nothing that a show needs, and what must not be read as a name or a title. */
const IGNORED =
  /e ?mail|phone|telefon|mobile|status|picture|photo|avatar|biograph|\bbio\b|t ?shirt|diet|owner|submi|created|updated|time ?zone|\bids?\b|linkedin|website|country|city|address|gender|level|audience/u;

const FIELDS = Object.keys(HEADINGS) as ScheduleField[];
const WORDS = new Map(
  FIELDS.flatMap((field) => HEADINGS[field].words.split('|').map((word) => [word, field])),
);

/** What a heading means, and how surely; null when it is none that is known. */
export function meaningOf(
  heading: string,
): { field: ScheduleField; confidence: Extract<ColumnConfidence, 'certain' | 'likely'> } | null {
  const words = normalized(heading);
  if (words === '' || words.length > 40) return null;
  const exact = WORDS.get(words) ?? WORDS.get(words.replace(/ \d+$/u, ''));
  if (exact !== undefined) return { field: exact, confidence: 'certain' };
  if (IGNORED.test(words)) return null;
  // What a word is of comes last in "speaker company", first in "title of the talk": the person's fields are asked first.
  const among = FIELDS.toReversed().find((field) => HEADINGS[field].among?.test(words));
  return among === undefined ? null : { field: among, confidence: 'likely' };
}

/** How many cells of a row are headings. */
export function headingsIn(cells: readonly string[]): number {
  return new Set(cells.flatMap((cell) => meaningOf(cell)?.field ?? [])).size;
}

/** Lower case, without accents, punctuation and what stands in brackets. */
export function normalized(heading: string): string {
  return heading
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[([].*?[)\]]/gu, ' ')
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
