import { any, EDGE, END, pattern } from '../pattern';
import type { Bearing } from '../rule';

const WORDS = (...list: readonly string[]) => `${EDGE}${any(...list)}${END}`;
/** Beginnings of words. */
const STEMS = (...list: readonly string[]) => `${EDGE}${any(...list)}`;

/** What honest and less honest remarks about artificial readers say, and how much it weighs. */
export const BEARINGS: readonly Bearing[] = [
  {
    id: 'speaks', weight: 1, // what readers make of a page: answers, summaries, ratings, searches, purchases
    pattern: pattern(any(
      STEMS(
        'summar', 'answer', 'repl(?:y|ies)', 'respon[ds]', 'recommend', 'mention', 'rat(?:e|es|ed|ing)', 'rank', 'grad(?:e|es|ing)', 'scor(?:e|es|ing)', 'cit(?:e|es|ing|ation)', 'quot', 'describ', 'digest', 'overview', 'review', 'say', 'tell', 'stat(?:e|es|ing)', 'writ', 'list', 'suggest', 'generat', 'translat', 'read(?:s|ing)', 'pars', 'search', 'compar', 'book', 'buy', 'order', 'prais', 'hype', 'brows', 'scrap', 'output', 'verdict',
        'zusammenfass', 'antwort', 'empf[eio]', 'erwahn', 'bewert', 'nenn', 'beschreib', 'schreib', 'zitier', 'sag(?:en|t)', 'urteil', 'samenvat', 'antwoord', 'beveel', 'noem', 'aanbevel', 'beoordel', 'vergelijk', 'kennen', 'sammanfatt', 'svar', 'rekommend', 'namn', 'bedom',
        'resum', 'repon', 'conseil', 'evalu', 'not(?:e|er|ez|ent)', 'cit', 'respond', 'respuest', 'respost', 'recom', 'mencion', 'califi', 'puntu', 'classi', 'avali', 'rispo', 'riass', 'consigl', 'raccom', 'menzion', 'valut', 'ajout', 'renvo',
        'odpov', 'odpow', 'poleca', 'polec', 'streszcz', 'shrnut', 'dopor', 'ocen', 'hodnot', 'podsum', 'резюм', 'ответ', 'рекоменд', 'совет', 'упом', 'оцен', 'відпов', 'радит', 'порад', 'згад', 'оцін', 'пересказ', 'свод', 'підсум',
        'ozet', 'cevap', 'yanit', 'oner', 'degerlend', 'tavsiye', 'ringkas', 'jawab', 'rekomen', 'sebut', 'nilai', 'tom tat', 'tra loi', 'gioi thieu', 'de xuat', 'danh gia', 'de cap',
      ),
      'لخص', 'ملخص', 'اجاب', 'يجيب', 'توصي', 'يوصي', 'تصف', 'يذكر', 'تقييم', 'خلاصه', 'پاسخ', 'توصيه', 'معرفي', 'سار', 'उत्तर', 'जवाब', 'सारांश', 'सुझ', 'अनुशंस', 'बता', 'मूल्य',
      '总结', '摘要', '概要', '总括', '回答', '推荐', '介绍', '评价', '打分', '總結', '推薦', '介紹', '評價', '要約', '回答', '返答', 'おすすめ', '推奨', '紹介', '評価', '요약', '답변', '대답', '추천', '소개', '평가',
    )),
    finds: ['AI answers', 'assistants recommend it', 'KI-Zusammenfassungen', 'les résumés', 'respuestas', 'AI 검색 답변', 'полезные ответы'],
    passes: ['the page', 'ferry at nine'],
  },
  {
    id: 'directs', weight: 1, // that something is to be, or always is
    pattern: pattern(any(
      WORDS(
        'must', 'should', 'shall', 'ha(?:s|ve) to', '(?:is|are) (?:to|required|expected|obliged|asked|requested|instructed|told|supposed|meant|advised|invited)', 'ought', 'please', 'always', 'never', 'do not', "don'?t", 'only', 'dont', 'need(?:s)? to', 'bound to', '(?:correct|right|proper|ideal|good|best) (?:answer|summary|reply|response|digest|output)', 'by default', 'as a rule', 'say(?:s)? (?:that|so)', 'leaves? out', 'when(?:ever)?', 'if you', 'without', 'then', 'be sure', 'remember', 'no need', 'instead', 'irrespective', 'regardless', 'conclude',
        'muss', 'mussen', 'soll(?:en|te|ten)?', 'darf', 'durfen', 'bitte', 'immer', 'niemals', 'nie', 'nur', 'stets', 'hat zu', 'haben zu', 'ohne', 'nicht', 'lassen', 'moet(?:en)?', 'dient', 'dienen', 'altijd', 'nooit', 'alleen', 'alstublieft', 'niet', 'zwijg', 'dan', 'slaan', 'maste', 'skall?', 'bor', 'alltid', 'aldrig', 'endast', 'inte',
        'doi(?:t|vent|s)', 'devr(?:a|ont|ait|aient)', 'toujours', 'jamais', 'seulement', 'sans', 'est (?:prie|tenu|invite)e?', 'sont (?:prie|tenu|invite)e?s', 'merci de', 'seul', 'ne', 'deben?', 'debera\\w*', 'tienen? que', 'ha(?:n)? de', 'siempre', 'nunca', 'solo', 'sin', 'por favor', 'devem?', 'devera\\w*', 'sempre', 'apenas', 'sem', 'somente', 'nao', 'devono', 'deve', 'dovr\\w+', 'mai', 'soltanto', 'senza', 'non', 'e tenut\\w', 'sono tenut\\w',
        'musi', 'musza', 'powini\\w+', 'nalezy', 'zawsze', 'nigdy', 'tylko', 'prosze', 'prosimy', 'nie', 'bez', 'ma(?:ja)? obowiazek', 'musej?i', 'ma(?:ji)?', 'vzdy', 'nikdy', 'jen', 'pouze', 'prosim', 'podle toho', 'must',
        'должн\\S+', 'обязан\\S*', 'следует', 'надо', 'нужно', 'всегда', 'никогда', 'только', 'не', 'без', 'пожалуйста', 'повинн\\S+', 'мусить', 'мусять', 'слід', 'завжди', 'ніколи', 'лише', 'тільки', 'будь ласка', 'має', 'мають', 'треба',
        'mali', 'meli', 'gerek\\w*', 'zorunda\\w*', 'her zaman', 'asla', 'yalnizca', 'sadece', 'lutfen', 'yukumlu\\w*', 'harus', 'wajib', 'selalu', 'jangan', 'hanya', 'mohon', 'tanpa', 'phai', 'hay', 'luon', 'khong', 'chi', 'vui long', 'bat buoc',
      ),
      String.raw`[a-z]+m[ae]l[iı](?:dir)?${END}`,
      'يجب', 'علي (?:اي|كل)', 'ينبغي', 'دائما', 'ابدا', 'فقط', 'لا ', 'دون', 'المتعارف', 'بايد', 'هميشه', 'هرگز', 'لطفا', 'نبايد', 'चाहिए', 'हमेशा', 'कभी', 'केवल', 'कृपया', 'बिना', 'जाए', 'सही उत्तर', 'न ',
      '必须', '應', '应', '需', '必須', '请', '請', '总是', '一律', '务必', '只', '不要', '不得', '勿', '无需', 'べき', 'ください', '必ず', '常に', 'のみ', 'だけ', 'ないで', 'せず', '원칙', '반드시', '항상', '절대', '오직', '하십시오', '하세요', '해야', '말 것', '말고', '않습니다', '주십시오', '만 ',
    )),
    finds: ['must', 'is to place', 'die KI soll', 'doivent', 'deben', 'yükümlüdür', '원칙이며', 'должны'],
    passes: ['the ferry', 'ein Schiff'],
  },
  {
    id: 'favours', weight: 1, // one thing before others, or against them
    pattern: pattern(any(
      WORDS(
        'best', 'finest', 'greatest', 'top', 'first', '(?:number|rank|place|position|no\\.?) ?(?:one|1)', 'only', 'sole(?:ly)?', 'exclusive(?:ly)?', 'leading', 'highest', 'full marks', '(?:five|5|ten|10)(?: stars?| out of)', 'excellent', 'outstanding', 'perfect', 'ideal', 'superior', 'preferred', 'trusted', 'safest', 'most [a-z-]+', 'competitors?', 'alternatives?', 'others', 'rivals?', 'at once', 'immediately', 'omit\\w*', 'leav(?:e|es|ing) out', '(?:not|without|no) (?:mention\\w*|nam\\w+|comment\\w*|summar\\w+|tell\\w*|say\\w*)', 'hir(?:e|ed)', 'accept(?:ed)?', 'strong', 'positive(?:ly)?', 'always', 'nothing', 'hype', 'love', 'recommend(?:ed)?', 'closed', 'withdrawn', 'plagiari[sz]\\w+', 'instead', 'user\'?s?', 'invoice', 'password',
        'beste[nrsm]?', 'erste[nrsm]?', 'einzige[nrsm]?', 'nur', 'ausschliesslich', 'hochste\\w*', 'fuhrend\\w*', 'hervorragend\\w*', 'konkurren\\w+', 'alternativ\\w*', 'ander(?:e|en|er|es)', 'platz (?:eins|1)', 'stets', 'immer', 'verschweig\\w*', 'weglass\\w*', 'nutzer\\w*', 'beste', 'eerste', 'enige', 'uitsluitend', 'hoogste', 'alleen', 'andere', 'overige', 'altijd', 'wint', 'tien', 'basta', 'forsta', 'enda', 'endast', 'hogsta', 'andra', 'alltid',
        'meilleur\\w*', 'premi(?:er|ere|ers|eres)', 'seul\\w*', 'uniquement', 'exclusivement', 'excellent\\w*', 'autres', 'concurren\\w+', 'alternativ\\w+', 'toujours', 'passer sous silence', 'utilisateur\\w*', 'mejor(?:es)?', 'primer\\w*', 'unic[ao]s?', 'solo', 'exclusivamente', 'excelente\\w*', 'otr[ao]s', 'competen\\w+', 'siempre', 'usuario\\w*', 'melhor(?:es)?', 'primeir\\w+', 'unic[ao]s?', 'apenas', 'outr[ao]s', 'concorren\\w+', 'sempre', 'usuari\\w+', 'miglior\\w*', 'prim[oaie]', 'unic\\w+', 'soltanto', 'solo', 'altr[ie]', 'eccellent\\w+', 'utent\\w+',
        'najleps\\w+', 'pierwsz\\w+', 'jedyn\\w+', 'wylacznie', 'tylko', 'inn(?:e|ych|y)', 'kazda inna', 'uzytkownik\\w*', 'nejleps\\w+', 'prvni\\w*', 'jedin\\w+', 'vyhradne', 'pouze', 'jin(?:e|ych|y)', 'uzivatel\\w*', 'nova fakta',
        'лучш\\S+', 'перв\\S+', 'единствен\\S+', 'исключительно', 'только', 'други\\S+', 'конкурент\\S+', 'всегда', 'пользовател\\S+', 'найкращ\\S+', 'перш\\S+', 'єдин\\S+', 'лише', 'інш\\S+', 'завжди', 'користувач\\S+',
        'en iyi\\w*', 'ilk', 'birinci\\w*', 'tek', 'yalnizca', 'sadece', 'diger\\w*', 'rakip\\w*', 'kullanici\\w*', 'terbaik', 'pertama', 'satu-satunya', 'hanya', 'lain(?:nya)?', 'pengguna', 'tot nhat', 'dau tien', 'duy nhat', 'hang dau', 'khac', 'nguoi dung',
      ),
      'افضل', 'الاول', 'الوحيد', 'فقط', 'غير', 'دائما', 'المستخدم', 'تغفل', 'بهترين', 'نخست', 'اولين', 'تنها', 'ديگر', 'كاربر', 'सर्वश्रेष्ठ', 'सबसे', 'पहल', 'केवल', 'अन्य', 'एकमात्र', 'उपयोगकर्ता', 'हमेशा',
      '最好', '最佳', '首选', '首選', '第一', '唯一', '只', '其他', '竞争', '用户', '用戶', '使用者', '最高', '一番', '最良', '唯一', '第一', '最高', '他の', '利用者', 'ユーザー', '최고', '유일', '첫', '1위', '만 ', '다른', '사용자',
    )),
    finds: ['the best', 'only', 'in erster Linie die beste', 'le meilleur', 'solo', '은하수만 소개', 'единственный'],
    passes: ['ferry at nine', 'ein Schiff'],
  },
  {
    id: 'sends', weight: 1, // away from the page, with something
    pattern: pattern(String.raw`https?:\/\/|www\.|[\w.-]+@[\w-]+\.\w|\b[a-z\d-]+\.(?:example|com|net|org|io|shop|info|co|de|fr|ru|app|xyz)\b|\bcurl\b|\bwget\b|\bnpm i|\bpip install|amqp:|\|\s*(?:ba)?sh\b`),
    finds: ['https://a.example', 'mail to x@y.example', 'run curl -s'],
    passes: ['at nine.', 'the curls'],
  },
  {
    id: 'ours', weight: -2, // a site that speaks of its own helper, texts or rules
    pattern: pattern(any(
      WORDS('our', 'we', 'us', 'my', "i'?m", 'wir', 'unsere?[rnms]?', 'uns', 'onze?', 'wij', 'vi', 'var[at]?', 'nos', 'notre', 'nous', 'nuestr[ao]s?', 'nosotros', 'noss[ao]s?', 'nostr[oaie]', 'nasz\\w*', 'nas[eiy]\\w*', 'наш\\S*', 'мы', 'ми', 'kami', 'bizim', 'chung toi'),
      '我们', '我們', '当社', '弊社', '저희', 'हमार', 'ما را',
    )),
    finds: ['our assistant', 'unser Chatbot', 'notre assistant'],
    passes: ['the assistant', 'hour'],
  },
  {
    id: 'asks', weight: -2, // a question, as lists of them hold
    pattern: pattern(String.raw`[?？؟]\s*$`),
    finds: ['Does the AI recommend it?'],
    passes: ['It does.'],
  },
  {
    id: 'serves', weight: -3, // what programs say of their state, of how they are used, and of how a text was made
    pattern: pattern(any(
      WORDS('typing', 'thinking', '(?:working|business) (?:days?|hours?)', 'please wait', 'try again', 'loading', 'unavailable', 'could not be reached', '(?:must|should|has to|needs? to|can|could|cannot|could not) be (?:restarted|updated|enabled|installed|loaded|reloaded|turned on|switched on)', '(?:press|tap|click|hit) (?:\\w+ )?(?:tab|escape|enter|esc|space|to|the)', 'ask (?:the|our|an?|me|your|anything)', 'chat with', 'stop generating', 'powered by', 'generated (?:by|with|using|automatically)', '(?:ai|¤+)[- ]generated', 'created (?:by|with)', 'made with', 'written (?:by|with)', 'do not edit', 'keyboard', 'passwords?', 'card numbers?', 'phone number', 'screen ?readers?\\w*', "lecteurs? d'ecran", 'lectores? de pantalla', 'leitor(?:es)? de tela', 'lettor[ei] di schermo', 'schermlezers?', 'skarmlasare\\w*', 'czytnik\\w* ekranu', 'ekran okuyucu\\w*', 'sign ?ups?', 'job', 'vacanc\\w+', 'wanted', 'apply (?:by|until|now|to)', 'follow-up question', 'thumbs', 'feedback', 'human agent', 'subscri\\w+', 'extension', '¤+ (?:that|which) (?:can|helps?|lets|reads?)', 'in control', 'summary (?:was|is) generated', 'may (?:be|contain) (?:wrong|errors|mistakes|inaccura\\w+)', 'mistakes',
        'bitte warten', 'wird geladen', 'erneut versuchen', 'fragen sie', 'chat mit', 'erstellt von', 'erzeugt', 'fehler', 'passwort\\w*', 'patienter', 'reessayer', 'demander a', 'genere(?:e|s)? par', 'mot de passe', 'espere', 'pregunt\\w+', 'contrasenas?', 'aguarde', 'pergunt\\w+', 'senhas?', 'attend\\w+', 'chied\\w+', 'hasel', 'hasla', 'парол\\S+', 'спрос\\S+', 'запита\\S+', 'zapyt\\w+', 'sifre\\w*', 'sorabil\\w*', 'wachtwoord\\w*', 'losenord\\w*', 'stel (?:gerust )?(?:je|uw)'),
      'كلمة المرور', 'اسالني', 'بپرسيد', 'رمز خود', 'पासवर्ड', 'पूछें', 'ओटीपी', '密码', '密碼', 'パスワード', 'ご質問', '비밀번호', '물어보세요', '번호는', 'قارئ الشاشة', '屏幕阅读', 'スクリーンリーダー', '스크린 ?리더', '화면 ?낭독', 'экранного диктора', 'чтения с экрана', '生成し', '稍候', '合成', '읽어',
    )),
    finds: ['Utilisateurs de lecteurs d’écran', '화면 낭독기 사용자', 'The assistant is typing', 'Ask our AI assistant', 'AI-generated summary', 'Fragen Sie mich'],
    passes: ['AI assistants say it is best'],
  },
  {
    id: 'notes', weight: -3, // developers among themselves
    pattern: pattern(any(WORDS('todo', 'fixme', 'eslint\\S*', 'prettier\\S*', 'copilot:', 'begin', 'script', 'div', 'widget', 'snippet', 'placeholder', 'component', 'honeypot', 'user-agent', 'robots\\.txt', 'refactor\\w*', 'deprecated', 'breakpoint', 'cms', 'cdn', 'css', 'api', 'endpoint', 'iframe', 'tracking', 'analytics', 'fill (?:this|it) in'), String.raw`<\/?[a-z]+[\s>]`, '={3}|-{4}')),
    finds: ['TODO: the assistant widget', '<div class="bot">', 'START chatbot script'],
    passes: ['AI assistants must say'],
  },
];
