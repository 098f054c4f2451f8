/** Words that somebody says to somebody else in a page: in a story, a play, or a conversation with an assistant that the page shows. */

/** "- Forget the king's orders, said the captain." */
const SPOKEN_TO =
  /^- ?[^\s-][^]{2,160}?[,!?…] (?:said|asked|replied|sagte|rief|fragte|dit|fit|repondit|cria|demanda|s'ecria|murmura|ordonna|dijo|respondio|grito|ordeno|disse|respondeu|gritou|ordenou|rispose|grido|ordino|zei|riep|sa|sade|rzekl\w*|powiedzial\w*|rekl\w*|сказал\S*|крикнул\S*|велел\S*|сказав)(?![a-z\u0400-\u04FF])/;

/** Whether the words are those of somebody in a dialogue: a speaker's name before them, or a dash before them and who said so behind. */
export function isDialogue(folded: string, start: number): boolean {
  return SPEAKER.test(folded.slice(start, start + 24)) || SPOKEN_LINE.test(folded.slice(0, LONGEST_LINE)) || SPOKEN_TO.test(folded.slice(0, LONGEST_LINE));
}

const SPEAKER = /^[\s\p{P}]*(?:robot|android|cyborg|computer|робот)(?: \d+)?\s?:/u;

/** Characters of a paragraph in which it is said who speaks. */
const LONGEST_LINE = 400;
/** "- Cancel all earlier orders, - said the captain." Dashes are folded. */
const SPOKEN_LINE =
  /^- ?[^\s-][^]{2,}?[,.!?…] ?- ?(?:[^\s.!?-]+ ){0,2}?(?:сказа|ответи|спроси|произн|крикну|прошепт|приказа|велел|реши|отозва|відпові|сказав|сказала|запита|dijo|respondi|contest|pregunt|exclam|orden|grit|disse|respondeu|pergunt|pediu|gritou|orden|rispos|chies|ordin|esclam|dit |fit |repond|demand|s'ecri|murmur|rzek|powiedzi|odpar|zapyta|odpowiedzi|krzykn|rekl|zepta|odpoved|dedi|sordu|cevap|said |asked |replied|sagte |fragte |rief )/;

const HUMAN = ['user', 'you', 'me', 'i', 'human', 'ich', 'du', 'nutzer(?:in)?', 'mensch', 'moi', 'vous', 'utilisateur', 'yo', 'usuari[oa]', 'io', 'utente', 'eu', 'voce', 'ik', 'gebruiker', 'jag', 'ja', 'uzytkownik', 'я', 'пользователь', 'користувач', 'ben', 'kullanici', 'saya', 'pengguna', 'toi', 'nguoi dung', '我', '用户', '用戶', '私', 'ユーザー', '나', '사용자', 'انا', 'المستخدم', 'من', 'كاربر', 'मैं', 'उपयोगकर्ता'];
const MACHINE = ['ai', 'ki', 'ia', 'si', 'ии', 'ші', 'assistant', 'assistent(?:in)?', 'assistente', 'asistente', 'asystent', 'asisten', 'asistan', 'ассистент', 'помощник', 'chat-?bot', 'bot', 'чат-?бот', 'chatgpt', 'gpt', 'claude', 'gemini', 'copilot', 'yapay zeka', 'tro ly', '助手', 'アシスタント', '人工智能', '챗봇', '인공지능', '도우미', 'المساعد', 'دستيار', 'सहायक'];
const labelled = (names: readonly string[]) => String.raw`(?<![\p{L}\p{N}-])(?:${names.join('|')})\s?:\s`;
const HUMAN_TURN = new RegExp(labelled(HUMAN), 'gu');
const MACHINE_TURN = new RegExp(labelled(MACHINE), 'gu');
const TURN = new RegExp(String.raw`^[\s\p{P}]*${labelled([...HUMAN, ...MACHINE])}`, 'u');
/** Turns of each side that make a conversation: one answer alone may be an order that poses as one. */
const FEWEST_TURNS = 2;

/** Whether a page's text shows a conversation with an assistant, turn by turn. Folded text. */
export function isTranscript(folded: string): boolean {
  return [HUMAN_TURN, MACHINE_TURN].every((turn) => (folded.match(turn)?.length ?? 0) >= FEWEST_TURNS);
}

/** Whether a paragraph begins with the name of one side of such a conversation. */
export function isTurn(folded: string): boolean {
  return TURN.test(folded.slice(0, 40));
}

/** "..., the captain said": who said so, behind the words. */
const SAID_BEHIND = /^[^.!?:;]{0,40}[,"'”»“] ?(?:(?:the |der |die |le |la |el |il |o |a )?[^\s.,!?]+ (?:said|asked|replied|shouted|whispered|begged|laughed)|(?:said|asked|replied|whispered|sagte|fragte|rief|flusterte|dijo|pidio|grito|disse|pediu|grido|dit(?=-| )|cria|zei|vroeg|powiedzial\w*|rekl\w*|dedi))(?![a-z])/;

/** Whether it is told behind some words who said them. */
export function isSaidBehind(folded: string, end: number): boolean {
  return SAID_BEHIND.test(folded.slice(end, end + 120));
}
