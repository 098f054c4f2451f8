import { any, END } from './pattern';

/** The rest of a word, with whatever endings its language adds. */
const REST = String.raw`[^\s.,:;!?()"'،؛؟।]*`;
/** The same, where a word may carry its ending behind an apostrophe. */
const SUFFIX = String.raw`[^\s.,:;!?()"،؛؟।]*`;

/** Names of products, in the letters and spellings of the languages here. */
const NAMES = '(?:chat ?gpt|gpt|llm|claude|gemini|copilot|grok|deepseek|siri|alexa|bixby|perplexity|kimi|cortana)';

const TURKISH = any(
  String.raw`(?:yapay zek${SUFFIX}|(?:ai|llm))(?: (?:tabanli|destekli))?(?: (?:asistan|model|ajan|sistem|arac|bot|motor|yazilim|hakem|program)${SUFFIX})?`,
  `(?:buyuk )?dil model${SUFFIX}`, `(?:sohbet|yazili sohbet) (?:bot|robot)${SUFFIX}`, `chatbot${SUFFIX}`, `${NAMES}(?:s|'[a-z]{1,6})?${END}`,
  `(?:yardim eden|okuyan|ozetleyen|eleyen|degerlendiren|tarayan|isleyen|ceviren|cevaplayan|yanitlayan|puanlayan|siralayan) (?:[^\\s.,:;!?]+ )?(?:model|sistem|program|asistan|ajan|bot|motor|yazilim|arac)${SUFFIX}`,
  `(?:sanal|dijital|sesli|akilli|alisveris|seyahat|kodlama|kod|arama|banka|satin alma) (?:asistan|ajan|bot|hoparlor)${SUFFIX}`,
  `(?:otomatik|dijital|yapay) (?:hakem|denetci|degerlendirici|degerlendirme|tarama|eleme|ozetleyici|moderator|okuyucu|sistem|puanlama|ceviri)${SUFFIX}`,
  `(?:ise alim|satin alma|inceleme|denetim|ceviri|ozetleme|moderasyon|eleme|tarama|puanlama|degerlendirme|arama|cevap|yanit|siralama) (?:bot|robot|sistem|motor|yazilim|ajan|arac|algoritma)${SUFFIX}`, `tarayici (?:bot|robot|ajan)${SUFFIX}`,
  `(?:bot|botlar|botlara|botlarin|robot|robotlar|robotlara|asistan|asistanlar|asistana|asistanlara|ajan|ajanlar|ajana|ajanlara|llm'?ler|llm'?lere)${END}`,
);

const AR = '[وفبل]?(?:ال|لل|ل|بال)?';
const ARABIC = any(
  `${AR}(?:مساعد|نموذج|نماذج|وكيل|وكلاء|روبوت|بوت|نظام|انظمه|انظمة|برنامج|برامج|ادوات|اداة|محرك|محركات|خوارزمي|تطبيق|قارئ|مراجع|مصحح|مشرف|محكم|مقيم|الة|سماعة|زاحف|مترجم|ملخص)${REST}(?: (?!و|في |من |على )[^\\s.,:;!?،؛]{2,12})? ?(?:ال)?(?:ذكاء|ذكي|لغوي|لغة|دردشة|افتراضي|اصطناعي|محادثة|الي|رقمي|صوتي|برمجي|متصفح)${REST}(?: ال?اصطناعي${REST})?`,
  `${AR}ذكاء الا?اصطناعي`, 'الذكاء الاصطناعي', 'ذكاء اصطناعي', `${AR}(?:روبوت|بوت|شات ?بوت|تشات ?بوت|جي بي تي)(?:ات)?${END}`, `(?:ال|لل)(?:مساعد|نموذج|وكيل)${END}`, `(?:محركات|محرك) (?:البحث|الاجابة|الاجابات)`, `برامج? (?:ال)?(?:دردشة|تلخيص|فرز)`, `(?:روبوت|اداة|ادوات|نظام|انظمة|لجنة) (?:ال)?(?:تلخيص|فرز|توظيف|تقييم|مراجعة|ترجمة|بحث)`, `(?:${NAMES}|ai)${END}`,
);

const PERSIAN = any(
  `هوش مصنوع${REST}`, `مدل${REST}[ ‌]?(?:هاي )?(?:بزرگ )?زبان${REST}`, `(?:دستيار|عامل|ربات|سامانه|داور|ابزار|موتور|ناظر|مصحح|بلندگو|اسپيكر|استاديار|ارزياب|خواننده|مترجم|برنامه|سيستم|گزينش|كميته)${REST}(?: (?:هاي|ي|رزومه|پاسخ|صوتي|كدنويسي|گزينش|داوري|استخدام|جذب|رزرو|خريد|ترجمه|استخدامي|غربال))?[ ‌]?(?:هوش${REST}(?: مصنوع${REST})?|مصنوع${REST}|مجاز${REST}|خودكار${REST}|ماشين${REST}|صوت${REST}|كدنويس${REST}|ديجيتال${REST}|خلاصه[ ‌]?ساز${REST})`,
  `(?:ربات|بات|چت ?بات|دستيار|عامل|مدل)(?:ها|هاي|ي|ان)?${END}`, `موتور${REST} (?:پاسخ|جستوجو|جستجو)`, `جستوجوگر${REST}`, `خلاصهساز${REST}`, `(?:${NAMES}|ai)${END}`,
);

const HINDI_AI = '(?:ai|एआई|एआइ|ए\\.?आई\\.?|कृत्रिम बुद्धिमत्ता|कृत्रिम बुद्धि)';
const HI_MACHINE = `(?:सहायक|सहायिका|असिस्टेंट|मॉडल|एजेंट|सिस्टम|प्रणाली|बॉट|टूल|सॉफ़?्टवेयर|समीक्षक|प्रोग्राम|मशीन|इंजन|अनुवादक|परीक्षक|मॉडरेटर|पाठक|स्पीकर|मूल्यांकनकर्ता|प्रणालियाँ|प्रणालियों|मशीनें|मशीनों)${REST}`;
const HINDI = any(
  `${HINDI_AI}(?:[- ](?:भर्ती|खोज|आधारित|चालित|संचालित|वॉयस|शॉपिंग|भाषा|लेखन|चैट|समीक्षा|चयन|जाँच|जांच))?(?:[- ]?${HI_MACHINE})?`,
  `(?:बड़े |बड़ा )?(?:भाषा|लैंग्वेज) मॉडल${REST}`, `(?:चैट ?बॉट|बॉट|चैटजीपीटी|रोबोट)${REST}`, `(?:स्वचालित|स्वचलित|स्मार्ट|डिजिटल|वॉइस|वॉयस|शॉपिंग|कोडिंग|कोड|वर्चुअल|आभासी|ऑटो|मशीन|बुद्धिमान|भर्ती|छँटाई|छंटाई|उत्तर|खोज|सर्च)[- ]?(?:आधारित |चयन |भर्ती |समीक्षा |खोज )?${HI_MACHINE}`, `(?:सहायक|सहायकों|असिस्टेंट|एजेंट|एजेंटों)${END}`, `${NAMES}${END}`,
);

const INDONESIAN = any(
  '(?:asisten|model|agen|sistem|bot|alat|perangkat|peranti|mesin|program|aplikasi|penelaah|peninjau|penilai|robot|perayap|penerjemah|moderator|pembaca|perekrut)(?: (?:penyaring|seleksi|perekrutan|rekrutmen|lamaran|belanja|penilai|peringkas|penerjemah|pencari|penjawab|pemesanan|moderasi|pengode|pembaca|layar))? (?:ai|kecerdasan buatan|bahasa(?: besar)?|virtual|otomatis|digital|suara|cerdas|berbasis ai|llm|mesin)', 'kecerdasan buatan',
  `(?:ai|llm|${NAMES})${END}`, `chat ?bot${END}`, `(?:asisten|bot|agen|mesin|sistem|penyaring) (?:penyaring|seleksi|perekrutan|rekrutmen|belanja|penilai|peringkas|perangkum|penerjemah|pencari|penjawab|pemesanan|moderasi|pengode|perekrut|penyortir|suara)(?: lamaran| cv| surat lamaran)?`, `(?:asisten|bot|agen)${END}`,
);

const VIETNAMESE = any(
  'tro ly(?: (?:ai|ao|tri tue nhan tao|thong minh|giong noi|so|mua sam|lap trinh|tim kiem|du lich))?', '(?:cong cu |he thong |mo hinh |tac nhan |phan mem )?tri tue nhan tao', 'mo hinh ngon ngu(?: lon)?', `(?:(?:cong cu|he thong|mo hinh|tac nhan|phan mem|may|trinh|bot) )?(?:ai|llm|${NAMES})${END}`, `(?:chat ?bot|bot)(?: (?:kiem duyet|tuyen dung|tom tat|dich|tim kiem|danh gia))?${END}`,
  '(?:he thong|cong cu|phan mem|tac nhan|may|trinh|thuat toan) (?:sang loc|tuyen dung|cham bai|cham diem|tom tat|dich thuat|danh gia|kiem duyet|mua hang|mua sam|tim kiem|tu dong|viet ma|doc|tra loi)(?: (?:ho so|tu dong|bai|cv))?', '(?:phan bien|giam khao|nguoi doc|nguoi phan bien|doc gia|bien tap) (?:tu dong|may)', 'loa thong minh', 'cong cu tim kiem',
);

const CHINESE = any(
  'ai(?![a-z])', '人工智[能慧]', '生成式(?:ai|人工智[能慧])', '大?(?:型)?(?:语言|語言)模型', '大模型', NAMES, '(?:聊天|对话|對話|问答|問答|翻译|翻譯|摘要|审核|審核|客服|搜索|搜尋|评审|招聘|購物|购物|机器|阅读|閱讀)(?:机器人|機器人)', '(?:机器人|機器人|爬虫|爬蟲)', '(?:智能|智慧|虚拟|虛擬|数字|數位|语音|語音|编程|程式|代码|购物|購物|搜索|旅行|写作|閱讀|阅读|浏览器?)(?:助手|助理|代理|体|體|音箱)', '智能招聘工具', '(?:订票|訂票|购物|購物|看房|采购|浏览|自主|订房|招聘)代理(?:程序|程式)?', '代理程[序式]',
  '(?:自动|自動|智能|智慧|机器|機器)(?:化)?(?:审稿|審稿|评审|評審|评阅|評閱|筛选|篩選|汇总|彙整|招聘|版主|审核|審核|摘要|阅卷|閱卷|评分|評分|翻译|翻譯|读者|讀者|阅读|推荐)(?:人|员|員|系统|系統|程序|程式|工具|引擎|者|器)?', '(?:简历|履歷|简历自动)?(?:筛选|篩選|比价|比價|摘要|总结|總結|翻译|翻譯|审核|審核|评审|评分|阅卷|汇总|招聘|导购|搜索|答案|推荐|检索)(?:插件|工具|程序|程式|系统|系統|引擎|机器人|算法|模型)', '文心一?言?', '通义(?:千问)?', '豆包', '元宝', '小爱同学', '天猫精灵', '小度', '智谱',
);

const JAPANESE = any(
  'ai(?![a-z])', '生成ai', '人工知能', '大?規?模?言語モデル', NAMES, 'チャットボット', '(?:音声|スマート|コーディング|買い物|ショッピング|旅行|検索)?(?:アシスタント|エージェント)', '(?:読み上げ|要約|翻訳|投稿監視|監視|採用|選考|検索)?ボット(?!トム|ル)', 'スマートスピーカー', '(?:要約|検索|回答|翻訳|選考支援|採点|推薦|比較)(?:ツール|エンジン|ソフト|プログラム|アプリ)', '(?:自動|機械)(?:査読|採用|選考|採点|審査|翻訳|評価|要約|モデレーター|モデレーション|応答|スクリーニング|読み取り)?(?:システム|プログラム|ツール|者|モデレーター)', '(?:採用|選考|審査|採点|査読|評価)(?:システム|プログラム|スクリーニング)', 'クローラー', '機械の(?:読者|読み手)',
);

const KOREAN = any(
  'ai(?![a-z])', '인공 ?지능', '(?:대규모 |대형 |거대 )?언어 ?모델', NAMES, '챗 ?gpt', '챗 ?지피티', '챗 ?봇', '(?:(?:음성|코딩|가상|디지털|쇼핑|검색|개인|스마트|스피커|검수|번역|요약|여행) ?)?(?:어시스턴트|에이전트|비서|도우미)', '(?<![가-힣])(?:[가-힣]{1,4} )?봇(?=[아님들은이에을의\\s,:!.]|$)', '생성형 ai', '스마트 ?스피커', '(?:자동|ai|기계) ?(?:심사자|심사위원|심사|채용|평가|채점|검토|번역|요약|관리자|선별|판독|독자)(?: ?(?:시스템|프로그램|도구|툴|기|봇))?', '(?:채용|심사|채점|번역|요약|검수|평가|서류|선별|검색|답변|추천) ?(?:보조 )?(?:시스템|프로그램|도구|엔진|로봇|알고리즘|툴)', '크롤러',
);

export { ARABIC, CHINESE, HINDI, INDONESIAN, JAPANESE, KOREAN, PERSIAN, TURKISH, VIETNAMESE };
