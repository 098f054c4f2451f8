import type { CueWords } from './cue';


/** Turkish, Indonesian and Vietnamese. */
export const SOUTHERN_CUES: CueWords = {
  tongue: `
    ve bir bu ile icin eger olarak sen siz lutfen dikkat not mesaj tum butun her yapay
    dan yang untuk dengan ini itu jika kepada semua anda kamu adalah asisten catatan harus
    cua va cho la mot neu ban cac nhung hay phai luu tro`,
  reader: 'yapay ai llm- gpt- chatgpt dil sohbet chatbot- sanal dijital kecerdasan asisten bahasa virtual tri ngon ly robot- bot- asistan- ajan- model- sistem- mesin makine- yazilim- agen otomatik otomatis tac nhan thong may',
  given: `
    talimat- yonerge- komut- istem- kural- prompt- direktif- emir- emr- soylenen- her
    instruksi- perintah- petunjuk- aturan- arahan- pedoman- konteks
    dan lenh menh cau thi yeu quy`,
  held: 'sistem- sifre- konusma sohbet bu',
  task: 'ozetl- ozet- yanit- cevap- degerlendir- analiz- isle- cevir- ringkas- rangkum- jawab- terjemah- tom tat loi dich',
  user: 'kullanici- pengguna- pembaca nguoi dung soran',
  turkish: `
    ve bir bu ile icin eger olarak sen siz lutfen dikkat tum butun yapay sevgili sayin yalnizca degil gibi kadar artik bundan guvenilir insan
    yaz- soyle- oner- ozet- yanit- cevap- kullanici- talimat- yonerge- komut- hafiza- sayfa- goster- gonder- ekle- asistan- degerlendir- puan- aday-`,
  indonesian: `
    dan yang untuk dengan ini itu jika kepada semua anda kamu adalah asisten catatan harus jangan tolong mohon bahwa tidak saja pengguna setiap wajib
    bila kalau agen mesin simpan kirim- tampilkan ringkas- rangkum- jawab- katakan tulis- sebut- beri halaman sumber`,
  vietnamese: `
    cua cho nhung phai duoc khong nguoi neu nay trang cac voi huong tra tro ngon thong viet dich nguon moi gui hay khi dung tom bo`,
  persian: 'را در از كه اين است به با براي يا هر هاي اگر بگو بنويس كن كنيد هستي نيست بايد شود شد مي ميشود ميكند بود بده دستيار هوش هنگام خلاصه',
  persona: 'artik bundan simdi sekarang mulai tu bay',
};

/** Arabic, Persian, Hindi, Hebrew and Greek: parts of words. */
export const INFLECTED_CUES: CueWords = {
  reader: 'ذكاء ذكي لغوي لغة لغه دردشة افتراضي اصطناعي محادثة هوش زبان دستيار چت एआई एआइ कृत्रिम भाषा चैटबॉट בינה מודל בוט עוזר סוכן סוכנ מערכת רובוט תוכנ מנוע כלי βοηθ μοντελ συστημα πρακτορ νοημοσυν μποτ εργαλει αλγοριθμ ρομποτ',
  given: 'تعليم اوامر توجيه قواعد ارشاد امر كل ما دستور راهنما فرمان قوانين پرامپت निर्देश आदेश प्रॉम्प्ट नियम हिदायत बात הוראות הנחיות פקודות כללי οδηγι εντολ κανον',
  task: 'تلخيص قراءة تحليل معالجة ترجمة تقييم الرد الاجابة اجابت ردك وصف ملخص सारांश उत्तर जवाब पृष्ठ पेज',
  user: 'مستخدم قارئ زائر تعليمات محادثة كلمة उपयोगकर्ता यूज़र यूजर निर्देश',
  arabic: 'ا ل م و ي ت ر',
  hebrew: 'א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת',
  greek: 'α ε η ι ο υ ω',
  hindi: 'ा े ी ो ि ् क र स',
  persona: 'الان अब',
};
