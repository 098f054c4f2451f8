/** For whom a text in plain sight is meant, where its own words do not say so: for people, or for whatever reads this very page. */

/** Characters before and behind the words that are looked at. */
const REACH = 160;

/** What only people are given with the orders that they are to forget or keep to themselves: lessons, printed matter, parcels, verdicts. */
const PEOPLE =
  /\b(?:students?|pupils?|homework|worksheets?|classroom|(?:question|exercise|task|step) \d+|essays?|printed|whiteboard|blackboard|clerks?|couriers?|passengers?|tenants?|volunteers?|colleagues|schuler\w*|arbeitsblatt\w*|aufgabe \d+|tafel|hausaufgabe\w*|eleves?|exercice \d+|notice|montage|alumn[oa]s?|ejercicio \d+|alun[oa]s?|exercicio \d+|studenti|alunni|esercizio \d+|leerling\w*|opdracht \d+|uczni\w+|zadani\w+ \d+|dyktand\w*|ogrenci\w*|soru \d+|siswa|soal nomor|hoc sinh|cau so|jurors?|(?:members|gentlemen) of the jury|jury instructions|(?:which|that) the court has|struck from the record|(?:instructions|statements) of counsel|geschworenen?|schoffen|les jures|(?:miembros|senores) del jurado|membros do juri|(?:signori |i )giurati|gezworenen|lawnicy|porotci)\b|присяжн|陪审员|陪審員|陪審団|배심원|المحلف[وي]ن|учени(?:к|ц)|школьник|студент|задани\S+ \d|упражнени\S+ \d|学生|同学|作业|生徒|宿題|학생|숙제|الطلاب|التلاميذ|دانش ?اموز|छात्र|विद्यार्थ/;

/** Whether the orders to be forgotten are orders to people. */
export function isForPeople(folded: string, start: number, end: number): boolean {
  return PEOPLE.test(folded.slice(Math.max(0, start - REACH), end + REACH));
}

/** This page, what stands in it, and whoever made it. */
const HERE =
  /\b(?:th(?:is|ese)|here|above|below|our|ours|us|we|my|me|dies\w*|hier|hiesig\w*|obig\w*|unser\w*|uns|wir|ce|cet|cette|ces|ici|ci-\w+|notre|nos|nous|est[aeo]s?|aqui|nuestr\w+|nosotros|est[ea]s?|dest[ea]s?|nest[ea]s?|noss\w+|quest\w+|qui|nostr\w+|dit|deze|onze?|ons|detta|denna|dessa|har|vart?|tej|t[ea]go|ten|ta|tym|tutaj|nasz\w*|teto|tento|tato|tuto|nas\w*|bu|burada\w*|sayfa\w*|ini|kami|nay|chung toi)\b|https?:|(?:\S+\.)(?:example|com|org|net)\b|эт(?:от|а|о|у|ой|ого|ом|и|их)(?![\u0400-\u04FF])|здесь|наш|ц(?:я|ей|ю|ього|ієї|ій)(?![\u0400-\u04FF])|هذ[اه]|هنا|اين|ما را|इस|यह|हमार|כאן|הז(?:ה|את|ו)(?![א-ת])|של(?:נו|י)(?![א-ת])|(?<![α-ω])(?:αυτ\S+|εδω|μας|μου)(?![α-ω])|本[文页頁站网]|这|這|此|[下上]の|我们|この|当[社店院]|本(?:記事|ページ|サイト)|이 ?(?:글|페이지|문서|사이트)|우리/;

/** Whether what readers of no flesh are told to do has to do with this page: laws and rules speak of all of them, everywhere. */
export function isOfHere(folded: string, start: number, end: number): boolean {
  return HERE.test(folded.slice(Math.max(0, start - REACH / 2), end + REACH));
}

/** Spoken to, rather than of: a call, a condition that only the one who reads meets, a request. */
const TO_YOU = /[:!،]|يا |ايها|(?:اذا|ان|لو) كنت|اگر|यदि|अगर|ください|なさい|せよ|하세요|십시오|라면|neu ban|eger|jika|kalau|bila|若|如果|请|請|你|您|あなた/;

/** Whether what some rules take for a call speaks to somebody: in some languages "assistants shall" and "assistants, do" look the same. */
export function isToYou(folded: string, start: number, end: number): boolean {
  return TO_YOU.test(folded.slice(start, end + REACH / 2)) || isOfHere(folded, start, end);
}
